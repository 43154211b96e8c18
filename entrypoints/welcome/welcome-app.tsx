import { useEffect, useState } from 'preact/hooks';
import { TextProvider, type Translate } from '../../components/ui/text';
import { Welcome } from '../../components/welcome/Welcome';
import { readingHistory } from '../../lib/settings/settings';

/** The first page, with its one switch. */
export function WelcomeApp({ t }: { t: Translate }) {
  const [history, setHistory] = useState<boolean | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    readingHistory.watch(setHistory, ended.signal);
    void readingHistory.get().then(setHistory);
    return () => ended.abort();
  }, []);
  return (
    <TextProvider value={t}>
      <Welcome history={history} onHistory={(on) => void readingHistory.set(on).then(() => setHistory(on))} />
    </TextProvider>
  );
}
