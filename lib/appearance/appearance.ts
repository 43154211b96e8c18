import * as v from 'valibot';
import { HUES } from './palette';

/** How the marks on pages look, and how many there are. */

export const MARKS = ['underline', 'background', 'none'] as const;
export const WEIGHTS = ['thin', 'medium', 'thick'] as const;
/** Which mentions of the same name are marked. */
export const DENSITIES = ['all', 'paragraph', 'page'] as const;

const TypeStyle = v.object({ mark: v.picklist(MARKS), hue: v.picklist(HUES) });
export type TypeStyle = v.InferOutput<typeof TypeStyle>;

export const Appearance = v.object({
  official: TypeStyle,
  organization: TypeStyle,
  project: TypeStyle,
  weight: v.picklist(WEIGHTS),
  density: v.picklist(DENSITIES),
  /** Whether names the index does not know are marked. */
  discovered: v.boolean(),
});
export type Appearance = v.InferOutput<typeof Appearance>;

export const MARKED_TYPES = ['official', 'organization', 'project'] as const;
export type MarkedType = (typeof MARKED_TYPES)[number];

export const DEFAULT_APPEARANCE: Appearance = {
  official: { mark: 'underline', hue: 'vermilion' },
  organization: { mark: 'underline', hue: 'indigo' },
  project: { mark: 'underline', hue: 'bamboo' },
  weight: 'medium',
  density: 'all',
  discovered: true,
};
