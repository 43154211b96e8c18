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

/** Stand for the substitutions in a message that is kept; no text of ours holds them. */
const PLACES = Array.from({ length: 9 }, (_, place) => `\u0001${place}`);

/**
 * A Translate over what the browser offers (browser.i18n.getMessage). Each message is asked for once and filled in here: a list of rows
 * says the same few hundreds of times, and every question to the browser has its price.
 */
export function createTranslate(getMessage: (key: MessageKey, substitutions: string[]) => string): Translate {
  const known = new Map<MessageKey, string>();
  return (key, ...substitutions) => {
    let message = known.get(key);
    if (message === undefined) {
      message = getMessage(key, PLACES) || key;
      known.set(key, message);
    }
    return message.includes('\u0001')
      ? message.replace(/\u0001(\d)/g, (_, place: string) => String(substitutions[Number(place)] ?? ''))
      : message;
  };
}

const Text = createContext<Translate | null>(null);

export const TextProvider = Text.Provider;

export function useText(): Translate {
  const t = useContext(Text);
  if (!t) throw new Error('rendered outside a TextProvider');
  return t;
}
