import { useEffect, useState } from 'preact/hooks';

/** Milliseconds without a key before it is asked. */
const REST = 300;

/**
 * Asks once what is written rests; an answer to what was written before is dropped, and a failure is no answer.
 * @param key what is asked, as JSON; another one asks anew
 */
export function useRested<Asked, Answer>(ask: (asked: Asked) => Promise<Answer[]>, key: string): Answer[] {
  const [found, setFound] = useState<Answer[]>([]);
  useEffect(() => {
    let latest = true;
    const timer = setTimeout(() => {
      ask(JSON.parse(key) as Asked).then(
        (answer) => latest && setFound(answer),
        () => latest && setFound([]),
      );
    }, REST);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [ask, key]);
  return found;
}
