import type { Membership } from '../../lib/model/person';
import { useText } from '../ui/text';
import { span } from './role-words';
import { tenureDrawing } from './tenure-geometry';
import type { CardFacts } from './view';

const WIDTH = 320;
const TOP = 18;
const LANE = 12;

interface TenureLineProps {
  memberships: readonly Membership[];
  references: CardFacts['references'];
  asOf: string | null;
}

/** Posts on one scale of time, the article's day marked. What it shows is also its label, for those who do not see it. */
export function TenureLine({ memberships, references, asOf }: TenureLineProps) {
  const t = useText();
  const drawing = tenureDrawing(memberships, asOf, WIDTH);
  if (!drawing) return null;
  const base = TOP + drawing.lanes * LANE + 2;
  const posts = drawing.bars.map(({ membership: m }) => `${references[m.organization]?.name ?? ''}${m.role}${t('colon')}${span(m, t)}`);
  const label = [t('tenure_label'), ...posts, ...(asOf ? [t('tenure_article', asOf)] : [])].join(t('list_semicolon'));
  const article = drawing.article;
  return (
    <svg class="tenure" viewBox={`0 0 ${WIDTH} ${base + 16}`} role="img" aria-label={label}>
      <line class="axis" x1="0" x2={WIDTH} y1={base} y2={base} />
      {drawing.years.map(({ x, label: year }) => (
        <g key={x}>
          <line class="axis" x1={x} x2={x} y1={base} y2={base + 3} />
          {year && (
            <text x={x} y={base + 14} text-anchor="middle">
              {year}
            </text>
          )}
        </g>
      ))}
      {drawing.bars.map((bar) => (
        <rect
          key={bar.membership}
          class={bar.stated ? 'stated' : 'sighted'}
          x={bar.x}
          y={TOP + bar.lane * LANE + 1}
          width={bar.width}
          height="8"
          rx={Math.min(2.5, bar.width / 2)}
        />
      ))}
      {drawing.sights.map(({ x, lane }) => (
        <circle key={`${x} ${lane}`} class="sight" cx={x} cy={TOP + lane * LANE + 5} r="2.5" />
      ))}
      {article !== null && (
        <g class="article">
          <path d={`M${article} 12V${base}`} />
          <text x={Math.min(Math.max(article, 14), WIDTH - 14)} y="9" text-anchor="middle">
            {t('tenure_this_article')}
          </text>
        </g>
      )}
    </svg>
  );
}
