import { FileUp } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';

interface FileDropProps {
  /** What may be given, in the reader's words. */
  hint: string;
  busy: boolean;
  onFile: (file: File) => void;
}

/** Takes a file, chosen or dropped. */
export function FileDrop({ hint, busy, onFile }: FileDropProps) {
  const t = useText();
  const id = useId();
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button within is the one for everybody
    <div
      class={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <label class="button" for={id} aria-disabled={busy}>
        <Icon node={FileUp} />
        {t(busy ? 'file_reading' : 'file_choose')}
      </label>
      <input
        id={id}
        class="said"
        type="file"
        disabled={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <p class="aside">{hint}</p>
    </div>
  );
}
