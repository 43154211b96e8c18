import { useEffect, useState } from 'preact/hooks';
import type { InboxService } from '../inbox/view';

/**
 * How many things wait in the inbox; none until they are counted. Whoever counts them better says so by the second.
 * @param state changes whenever the index may have
 */
export function useInboxCount(service: InboxService, state: number): [number, (count: number) => void] {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let latest = true;
    const read = () =>
      service.list().then(
        (items) => latest && setCount(items.length),
        () => undefined,
      );
    void read();
    // Back from reading in another tab there may be more.
    const returned = () => document.hidden || void read();
    document.addEventListener('visibilitychange', returned);
    return () => {
      latest = false;
      document.removeEventListener('visibilitychange', returned);
    };
  }, [service, state]);
  return [count, setCount];
}
