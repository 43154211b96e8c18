import { useEffect, useState } from 'preact/hooks';
import {
  type Appearance,
  DEFAULT_APPEARANCE,
  DENSITIES,
  MARKED_TYPES,
  MARKS,
  type MarkedType,
  type TypeStyle,
  WEIGHTS,
} from '../../lib/appearance/appearance';
import { HUES, PALETTE } from '../../lib/appearance/palette';
import { Switch } from '../ui/Switch';
import { type Translate, useText } from '../ui/text';
import { Choice } from './Choice';
import { Sample } from './Sample';
import { ShortcutList } from './ShortcutList';
import type { AppearanceService } from './view';

/** How marks on pages look, tried on a sample and kept at once; and the keys that move among them. */
export function AppearancePage({ service }: { service: AppearanceService }) {
  const t = useText();
  const [appearance, setAppearance] = useState<Appearance | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    service.watch(setAppearance, ended.signal);
    service.get().then(setAppearance, (failure) => setError(service.explain(failure)));
    return () => ended.abort();
  }, [service]);
  const keep = (value: Appearance) => {
    setAppearance(value);
    setError(null);
    service.set(value).catch((failure) => setError(service.explain(failure)));
  };
  return (
    <div class="page appearance">
      <h1>{t('nav_appearance')}</h1>
      {error && (
        <p class="failure" role="alert">
          {error}
        </p>
      )}
      {appearance && (
        <>
          <Sample appearance={appearance} />
          {MARKED_TYPES.map((type) => (
            <TypeRow key={type} type={type} style={appearance[type]} onChange={(style) => keep({ ...appearance, [type]: style })} />
          ))}
          <Choice
            label={t('appearance_weight')}
            value={appearance.weight}
            options={WEIGHTS.map((value) => ({ value, label: t(`weight_${value}`) }))}
            onChange={(weight) => keep({ ...appearance, weight })}
          />
          <Choice
            label={t('appearance_density')}
            value={appearance.density}
            options={DENSITIES.map((value) => ({ value, label: t(`density_${value}`) }))}
            onChange={(density) => keep({ ...appearance, density })}
          />
          <div class="row">
            <span>{t('appearance_discovered')}</span>
            <Switch
              checked={appearance.discovered}
              label={t('appearance_discovered')}
              onChange={(discovered) => keep({ ...appearance, discovered })}
            />
          </div>
          <button type="button" class="button" onClick={() => keep(DEFAULT_APPEARANCE)}>
            {t('appearance_reset')}
          </button>
        </>
      )}
      <ShortcutList service={service} />
    </div>
  );
}

interface TypeRowProps {
  type: MarkedType;
  style: TypeStyle;
  onChange: (style: TypeStyle) => void;
}

function TypeRow({ type, style, onChange }: TypeRowProps) {
  const t = useText();
  return (
    <fieldset class="type-row">
      <legend>{t(`type_${type}`)}</legend>
      <Choice
        label={t('appearance_mark')}
        hideLabel
        value={style.mark}
        options={MARKS.map((value) => ({ value, label: t(`mark_${value}`) }))}
        onChange={(mark) => onChange({ ...style, mark })}
      />
      <Choice
        label={t('appearance_hue')}
        hideLabel
        value={style.hue}
        options={HUES.map((value) => ({ value, ...swatch(value, t) }))}
        onChange={(hue) => onChange({ ...style, hue })}
      />
    </fieldset>
  );
}

function swatch(hue: (typeof HUES)[number], t: Translate) {
  const { onLight, onDark } = PALETTE[hue];
  return { label: t(`hue_${hue}`), shown: <span class="swatch" style={{ background: `light-dark(${onLight}, ${onDark})` }} /> };
}
