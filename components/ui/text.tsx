import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type catalogue from '../../public/_locales/zh_CN/messages.json';

/** Names of the messages in public/_locales. */
export type MessageKey = keyof typeof catalogue;

/** The reader's language. Chinese and English word order differ, so sentences are whole messages with places for what they speak of. */
export type Translate = (key: MessageKey, ...substitutions: (string | number)[]) => string;

type Snake<S extends string> = S extends `${infer Head}-${infer Rest}` ? `${Head}_${Snake<Rest>}` : S;

/** The message that names one value of a closed set: keyOf('error', 'not-found') is `error_not_found`. */
export function keyOf<P extends string, V extends string>(prefix: P, value: V): `${P}_${Snake<V>}` {
  return `${prefix}_${value.replaceAll('-', '_')}` as `${P}_${Snake<V>}`;
}

/** A Translate over what the browser offers (browser.i18n.getMessage), which takes its substitutions as strings. */
export function createTranslate(getMessage: (key: MessageKey, substitutions: string[]) => string): Translate {
  return (key, ...substitutions) => getMessage(key, substitutions.map(String)) || key;
}

const Text = createContext<Translate | null>(null);

export const TextProvider = Text.Provider;

export function useText(): Translate {
  const t = useContext(Text);
  if (!t) throw new Error('rendered outside a TextProvider');
  return t;
}
