import { useState } from 'preact/hooks';
import type { EntityType } from '../../lib/model/entity';
import { keyOf, useText } from '../ui/text';
import { type BodyNode, bodyTree } from './body-tree';
import { CastTools } from './CastTools';
import { MemberRow } from './MemberRow';
import { SetAside } from './SetAside';
import { useRoving } from './use-roving';
import type { Cast, Member, PanelEvents, Step } from './view';

interface CastViewProps {
  cast: Cast;
  events: PanelEvents;
}

/** The mention stepped to last, or a name the page has no more. */
export type Stepped = { key: string; step: Step | null };

/** Officials in the order of the article, bodies below those they belong to, projects; each leads through its mentions. */
export function CastView({ cast, events }: CastViewProps) {
  const t = useText();
  const [stepped, setStepped] = useState<Stepped | null>(null);
  const of = (type: EntityType) => cast.entities.filter((member) => member.type === type);
  const officials = of('official');
  const bodies = bodyTree(of('organization'), cast.facts?.references ?? {});
  const projects = of('project');
  const roving = useRoving(cast.entities.map(({ key }) => key));

  const row = (member: Member, isUnderParent = false) => (
    <MemberRow
      member={member}
      cast={cast}
      events={events}
      isCurrent={roving.current === member.key}
      isUnderParent={isUnderParent}
      stepped={stepped?.key === member.key ? stepped : null}
      onStepped={setStepped}
    />
  );
  const branch = (node: BodyNode, isUnderParent = false) => (
    <li key={node.id}>
      {node.member ? (
        row(node.member, isUnderParent)
      ) : (
        <p class="over" lang="zh-CN">
          {node.name}
        </p>
      )}
      {node.below.length > 0 && <ul>{node.below.map((below) => branch(below, true))}</ul>}
    </li>
  );
  return (
    <>
      <Head cast={cast} events={events} />
      {cast.entities.length > 0 && <CastTools cast={cast} events={events} />}
      <p class="said" role="status">
        {summary()}
      </p>
      <p class="said" role="status">
        {stepped?.step && t('panel_stepped', stepped.step.at, stepped.step.of, stepped.step.sentence)}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows are what is operated; the box only moves between them */}
      <div class="cast" ref={roving.box} onKeyDown={roving.onKeyDown} onFocusIn={roving.onFocusIn}>
        <Section type="official" count={officials.length}>
          {officials.map((member) => (
            <li key={member.key}>{row(member)}</li>
          ))}
        </Section>
        <Section type="organization" count={of('organization').length}>
          {bodies.map((node) => branch(node))}
        </Section>
        <Section type="project" count={projects.length}>
          {projects.map((member) => (
            <li key={member.key}>{row(member)}</li>
          ))}
        </Section>
      </div>
      <SetAside names={cast.setAside} onTakeBack={events.onTakeBack} />
    </>
  );

  /** Told to screen readers when the page, or what is found on it, is another. */
  function summary(): string {
    if (cast.entities.length === 0) return '';
    return t('panel_summary', cast.title, officials.length, of('organization').length, projects.length);
  }
}

function Head({ cast: { title, date, scope, references, givenUp, entities }, events }: CastViewProps) {
  const t = useText();
  return (
    <header>
      <h1 lang="zh-CN">{title || t('panel_title')}</h1>
      <p class="about">
        {date ? <time dateTime={date}>{date}</time> : t('panel_no_date')}
        {scope && <span lang="zh-CN">{scope}</span>}
      </p>
      {references.length > 0 && (
        <p class="about">
          {t('panel_references')}
          <span lang="zh-CN">{references.map(({ text, name }) => `${text} = ${name}`).join('，')}</span>
        </p>
      )}
      {givenUp && (
        <p class="notice">
          {t('panel_given_up')}{' '}
          <button type="button" class="link" onClick={events.onRefresh}>
            {t('panel_refresh')}
          </button>
        </p>
      )}
      {entities.length === 0 && <p role="status">{t('popup_page_none')}</p>}
    </header>
  );
}

type SectionProps = { type: EntityType; count: number; children: preact.ComponentChildren };

function Section({ type, count, children }: SectionProps) {
  const t = useText();
  if (count === 0) return null;
  return (
    <section>
      <h2>
        {t(keyOf('panel', type))} <span class="total">{count}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
