import '../../components/options/options.css';
import { useState } from 'preact/hooks';
import { sampleAppearance } from '../../components/fixtures/sample-appearance';
import { sampleHistory } from '../../components/fixtures/sample-history';
import { sampleInbox } from '../../components/fixtures/sample-inbox';
import { sampleIndex } from '../../components/fixtures/sample-index';
import { samplePacks } from '../../components/fixtures/sample-packs';
import { sampleSites } from '../../components/fixtures/sample-sites';
import { sampleSync } from '../../components/fixtures/sample-sync';
import { sampleTransfer } from '../../components/fixtures/sample-transfer';
import { Options } from '../../components/options/Options';
import { parseRoute, routeHash } from '../../components/options/route';

const service = sampleIndex(1286);
const history = sampleHistory();
const appearance = sampleAppearance();
const sites = sampleSites();
const sync = sampleSync();
const inbox = sampleInbox();
const packs = samplePacks();
const transfer = sampleTransfer(1200);

export function OptionsScene({ hash }: { hash: string }) {
  const [route, setRoute] = useState(parseRoute(hash));
  return (
    <Options
      route={route}
      revision={0}
      version="0.1.0"
      service={service}
      history={history}
      inbox={inbox}
      today="2026-11-24"
      appearance={appearance}
      sites={sites}
      sync={sync}
      packs={packs}
      transfer={transfer}
      onDirty={() => undefined}
      onNavigate={(next) => setRoute(parseRoute(routeHash(next)))}
    />
  );
}
