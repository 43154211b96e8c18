import { useId, useMemo, useState } from 'preact/hooks';
import type { SourceId } from '../../lib/model/ids';
import { useText } from '../ui/text';
import { CardFooter, type FooterPart } from './CardFooter';
import { Choices } from './Choices';
import { CitingProvider } from './Cite';
import { citations } from './citations';
import { Discovered } from './Discovered';
import { MetIn } from './MetIn';
import { NoteField } from './NoteField';
import { NotThis } from './NotThis';
import { OfficialBody } from './OfficialBody';
import { OrganizationBody } from './OrganizationBody';
import { ProjectBody } from './ProjectBody';
import type { CardEvents, CardView } from './view';

interface ToldProps {
  view: CardView;
  events: CardEvents;
  /** Whether the reader asked to write a note. */
  writing: boolean;
  onWritten(): void;
}

/** What the card tells once there is an answer, and at its foot what that rests on. */
export function Told({ view, events, writing, onWritten }: ToldProps) {
  const footId = useId();
  const { facts, mention } = view;
  const [part, setPart] = useState<FooterPart | null>(null);
  const [source, setSource] = useState<SourceId | null>(null);
  const cited = useMemo(() => (facts ? citations(facts) : []), [facts]);
  const citing = useMemo(() => {
    const numbers = new Map(cited.map(({ source }, index) => [source.id, index + 1]));
    return {
      numberOf: (id: SourceId) => numbers.get(id),
      show(id: SourceId) {
        setPart('sources');
        setSource(id);
      },
    };
  }, [cited]);
  return (
    <CitingProvider value={citing}>
      <div class="body">
        <Content view={view} events={events} />
        {facts && <MetIn id={facts.entity.id} met={view.met} onShowHistory={events.onShowHistory} />}
        {mention && <Refers refers={view.refers} />}
        {writing && facts && (
          <NoteField note={facts.note ?? ''} onSave={(note) => events.onNote(facts.entity.id, note)} onClose={onWritten} />
        )}
        {part === 'not' && mention && <NotThis mention={mention} events={events} />}
      </div>
      <CardFooter
        id={footId}
        view={view}
        cited={cited}
        part={part}
        shownSource={source}
        onPart={(next) => {
          setPart(next === part ? null : next);
          setSource(null);
        }}
        onEdit={() => facts && events.onEdit(facts.entity.id)}
      />
    </CitingProvider>
  );
}

/** What the sentence means by 我区 and the like: nothing of that is marked, so this is where one learns it. */
function Refers({ refers = [] }: Pick<CardView, 'refers'>) {
  const t = useText();
  if (refers.length === 0) return null;
  return (
    <p class="refers">
      {t('panel_references')}
      <span lang="zh-CN">{refers.map(({ text, name }) => `${text} = ${name}`).join('，')}</span>
    </p>
  );
}

function Content({ view, events }: { view: CardView; events: CardEvents }) {
  const t = useText();
  const { facts, mention, choices } = view;
  if (choices && choices.length > 1 && mention) {
    return <Choices choices={choices} asOf={view.asOf} onPick={(id) => events.onDecide(mention, id, 'page')} />;
  }
  if (!facts) {
    if (!mention || mention.status === 'indexed') return <p class="wait">{t('card_gone')}</p>;
    return (
      <Discovered
        mention={mention}
        sentence={view.sentence}
        onAdd={events.onAdd}
        onDismiss={() => events.onDecide(mention, null, 'page')}
      />
    );
  }
  const { entity } = facts;
  const rest = { facts, mention, asOf: view.asOf, today: view.today, onOpenEntity: events.onOpenEntity };
  switch (entity.type) {
    case 'official':
      return <OfficialBody entity={entity} {...rest} />;
    case 'organization':
      return <OrganizationBody entity={entity} {...rest} />;
    case 'project':
      return <ProjectBody entity={entity} {...rest} />;
  }
}
