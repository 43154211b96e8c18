import type { EntityOf } from '../../lib/model/entity';
import { useText } from '../ui/text';
import { FactList } from './FactList';
import { otherNames } from './names';
import { PostLine } from './PostLine';
import { Roles } from './Roles';
import { TenureLine } from './TenureLine';
import type { BodyProps } from './view';

export function OfficialBody({ entity, facts, mention, asOf, onOpenEntity }: BodyProps<EntityOf<'official'>>) {
  const t = useText();
  const aliases = otherNames(entity.other_names, t);
  return (
    <>
      <Roles memberships={entity.memberships} references={facts.references} asOf={asOf} onOpenEntity={onOpenEntity} />
      <TenureLine memberships={entity.memberships} references={facts.references} asOf={asOf} />
      <PostLine memberships={entity.memberships} others={facts.sharedPosts} asOf={asOf} onOpenEntity={onOpenEntity} />
      <FactList
        facts={[
          mention?.post ? { label: t('card_text_says'), value: <span lang="zh-CN">{mention.post}</span> } : null,
          aliases ? { label: t('card_other_names'), value: aliases } : null,
          entity.disambiguation ? { label: t('card_told_apart'), value: <span lang="zh-CN">{entity.disambiguation}</span> } : null,
          entity.note ? { label: t('card_note'), value: <span lang="zh-CN">{entity.note}</span> } : null,
          facts.note ? { label: t('card_my_note'), value: facts.note } : null,
        ]}
      />
    </>
  );
}
