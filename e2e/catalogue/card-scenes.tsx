import '../../components/card/card.css';
import { Card } from '../../components/card/Card';
import type { CardEvents, CardView } from '../../components/card/view';
import {
  DISCOVERED,
  headFacts,
  mentionOf,
  namesakes,
  officialFacts,
  organizationFacts,
  projectFacts,
  SENTENCE,
  viewOf,
} from '../../components/fixtures/sample-cards';

const events: CardEvents = {
  onClose: () => undefined,
  onSave: () => undefined,
  onOpenEntity: () => undefined,
  onBack: () => undefined,
  onCopy: async () => undefined,
  onAdd: () => undefined,
  onNote: async () => undefined,
  onDrag: () => undefined,
  onFindOthers: async () => [],
  onDecide: () => undefined,
  onForget: () => undefined,
  onEdit: () => undefined,
  onShowHistory: () => undefined,
};

const MET: CardView['met'] = {
  pages: 7,
  latest: [
    { page: 'http://www.wj.gov.cn/1.html', title: '区领导督查水环境治理', publisher: '武进日报', date: '2023-10-12' },
    { page: 'http://www.wj.gov.cn/2.html', title: '全区农业农村工作会议召开', date: '2023-09-05' },
  ],
};

const views: CardView[] = [
  viewOf({ facts: officialFacts(), mention: mentionOf(officialFacts(), { post: '区委副书记' }) }),
  viewOf({ facts: officialFacts(), mention: mentionOf(officialFacts()), asOf: '2022-08-01' }),
  viewOf({ facts: officialFacts(), mention: mentionOf(officialFacts()), asOf: '2024-11-02', canGoBack: true }),
  viewOf({ facts: headFacts(), mention: mentionOf(headFacts()), asOf: '2023-10-28', met: MET }),
  viewOf({
    facts: organizationFacts(),
    mention: mentionOf(organizationFacts(), { text: '区水利局' }),
    refers: [{ text: '我区', name: '常州市武进区' }],
  }),
  viewOf({ facts: projectFacts(), mention: mentionOf(projectFacts()) }),
  viewOf({ mention: DISCOVERED, sentence: SENTENCE }),
  viewOf({ mention: mentionOf(officialFacts(), { candidates: ['person/zhou-yuan', 'person/zhou-yuan-2'] }), choices: namesakes() }),
  viewOf({ mention: mentionOf(officialFacts()), state: 'pending' }),
];

export function cardScenes(scheme: 'light' | 'dark') {
  const background = scheme === 'dark' ? '#15171a' : '#fff';
  return (
    <div
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        gap: '20px',
        padding: '20px',
        background,
        minHeight: '100vh',
        boxSizing: 'border-box',
      }}
    >
      {views.map((view, index) => (
        <Card key={index} view={view} events={events} scheme={scheme} />
      ))}
    </div>
  );
}
