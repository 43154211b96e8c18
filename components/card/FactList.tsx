import type { ComponentChildren } from 'preact';

export interface Fact {
  label: string;
  value: ComponentChildren;
}

/** Name and value, one a line; facts without a value are left out by the caller giving null. */
export function FactList({ facts }: { facts: (Fact | null | false)[] }) {
  const shown = facts.filter((fact): fact is Fact => Boolean(fact));
  if (!shown.length) return null;
  return (
    <dl class="facts">
      {shown.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
