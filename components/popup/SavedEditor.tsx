import { Check } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RowPlace } from '../list/VirtualRows';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { SavedEntity } from './view';

interface SavedEditorProps {
  place: RowPlace;
  item: SavedEntity;
  /** What the reader wrote, or null when they left it as it was. */
  onDone: (change: { note: string; tags: string[] } | null) => void;
}

/** A saved entity's note and tags, written in the row's own place. */
export function SavedEditor({ place, item, onDone }: SavedEditorProps) {
  const t = useText();
  const first = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState(item.note);
  const [tags, setTags] = useState(item.tags.join(' '));
  useEffect(() => first.current?.focus(), []);
  const pressed = (event: KeyboardEvent) => {
    // The arrows move in the text here, not in the list.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone(null);
  };
  return (
    <li {...place} class="saved-editor" data-type={item.type}>
      <form
        onKeyDown={pressed}
        onSubmit={(event) => {
          event.preventDefault();
          onDone({ note: note.trim(), tags: [...new Set(tags.split(/[\s,，、]+/).filter(Boolean))] });
        }}
      >
        <input
          type="text"
          ref={first}
          data-main
          value={note}
          maxLength={2000}
          aria-label={`${item.name} ${t('popup_note')}`}
          placeholder={t('popup_note')}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <input
          type="text"
          value={tags}
          maxLength={400}
          aria-label={`${item.name} ${t('popup_tags')}`}
          placeholder={t('popup_tags')}
          onInput={({ currentTarget }) => setTags(currentTarget.value)}
        />
        <button type="submit" class="icon-button" aria-label={t('popup_save')} title={t('popup_save')}>
          <Icon node={Check} />
        </button>
      </form>
    </li>
  );
}
