import type { IconNode } from 'lucide';
import { h } from 'preact';

/** A line icon, drawn in the colour and size of the text around it. Always beside a name for it: it says nothing itself. */
export function Icon({ node }: { node: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {node.map(([tag, attributes]) => h(tag, attributes as Record<string, string>))}
    </svg>
  );
}
