import type { EntityType } from '../../lib/model/entity';
import { Classification } from '../../lib/model/organization';
import { Project, ProjectStatus } from '../../lib/model/project';
import { keyOf, useText } from '../ui/text';
import { EntityPicker } from './EntityPicker';
import { DateField, ListField, SelectField, TextField, YuanField } from './fields';
import { useForm } from './form';
import { Repeat } from './Repeat';
import { SourceField, SourceList } from './SourceFields';

const BODIES = ['organization'] as const;

/** Every field the model has for the type, in the order a reader fills them in. */
export function EntityFields({ type }: { type: EntityType }) {
  const t = useText();
  return (
    <>
      <TextField path="name" label={t(type === 'official' ? 'field_person_name' : 'field_name')} />
      {type === 'official' && <OfficialFields />}
      {type === 'organization' && <OrganizationFields />}
      {type === 'project' && <ProjectFields />}
      <Repeat path="other_names" label={t('field_other_names')} blank={{ name: '' }}>
        {(item) => (
          <>
            <TextField path={`${item}.name`} label={t('field_name')} />
            <TextField path={`${item}.note`} label={t('field_note')} optional />
            <div class="pair">
              <DateField path={`${item}.start_date`} label={t('field_from')} optional />
              <DateField path={`${item}.end_date`} label={t('field_to')} optional />
            </div>
          </>
        )}
      </Repeat>
      <TextField path="note" label={t('field_note')} optional lines={3} />
      {type !== 'official' && <SourceList path="sources" />}
    </>
  );
}

function OfficialFields() {
  const t = useText();
  return (
    <>
      <TextField path="disambiguation" label={t('field_disambiguation')} optional />
      <Repeat path="memberships" label={t('field_posts')} blank={{ organization: '', role: '', seen: [], sources: [] }}>
        {(post) => (
          <>
            <EntityPicker path={`${post}.organization`} label={t('field_body')} types={BODIES} />
            <TextField path={`${post}.role`} label={t('field_role')} />
            <div class="pair">
              <DateField path={`${post}.start_date`} label={t('field_from')} optional />
              <DateField path={`${post}.end_date`} label={t('field_to')} optional />
            </div>
            <Repeat path={`${post}.seen`} label={t('field_seen')} blank={{ date: '', source: '' }}>
              {(sight) => (
                <div class="pair">
                  <DateField path={`${sight}.date`} label={t('field_date')} />
                  <SourceField path={`${sight}.source`} />
                </div>
              )}
            </Repeat>
            <SourceList path={`${post}.sources`} />
          </>
        )}
      </Repeat>
    </>
  );
}

function AreaField() {
  const t = useText();
  const { areas } = useForm();
  return (
    <SelectField
      path="area"
      label={t('field_area')}
      optional
      options={areas.map(({ id, full_name }) => ({ value: id, label: full_name }))}
    />
  );
}

function OrganizationFields() {
  const t = useText();
  const kinds = Classification.options.map((value) => ({ value, label: t(keyOf('classification', value)) }));
  return (
    <>
      <SelectField path="classification" label={t('field_classification')} options={kinds} />
      <AreaField />
      <ListField path="offices" label={t('field_offices')} />
      <EntityPicker path="parent" label={t('field_parent')} types={BODIES} optional />
      <EntityPicker path="guided_by" label={t('field_guided_by')} types={BODIES} optional />
      <div class="pair">
        <DateField path="founding_date" label={t('field_founded')} optional />
        <DateField path="dissolution_date" label={t('field_dissolved')} optional />
      </div>
      <Repeat path="predecessors" label={t('field_predecessors')} blank="">
        {(item) => <EntityPicker path={item} label={t('field_body')} types={BODIES} />}
      </Repeat>
    </>
  );
}

function ProjectFields() {
  const t = useText();
  const kinds = Project.entries.classification.options.map((value) => ({ value, label: t(keyOf('project_kind', value)) }));
  const stages = ProjectStatus.options.map((value) => ({ value, label: t(keyOf('project_status', value)) }));
  return (
    <>
      <div class="pair">
        <SelectField path="classification" label={t('field_classification')} options={kinds} />
        <SelectField path="status" label={t('field_status')} options={stages} optional />
      </div>
      <TextField path="description" label={t('field_description')} optional lines={3} />
      <AreaField />
      <TextField path="location" label={t('field_location')} optional />
      <Repeat path="parties" label={t('field_parties')} blank={{ role: '', sources: [] }}>
        {(party) => (
          <>
            <TextField path={`${party}.role`} label={t('field_party_role')} />
            <EntityPicker path={`${party}.organization`} label={t('field_body')} types={BODIES} optional />
            <TextField path={`${party}.name`} label={t('field_party_name')} optional />
            <SourceList path={`${party}.sources`} />
          </>
        )}
      </Repeat>
      <Repeat path="budget" label={t('field_amounts')} blank={{ text: '', date: '', source: '' }}>
        {(amount) => (
          <>
            <div class="pair">
              <TextField path={`${amount}.text`} label={t('field_amount_text')} />
              <YuanField path={`${amount}.yuan`} label={t('field_yuan')} />
            </div>
            <div class="pair">
              <DateField path={`${amount}.date`} label={t('field_reported_on')} />
              <SourceField path={`${amount}.source`} />
            </div>
          </>
        )}
      </Repeat>
      <Repeat path="milestones" label={t('field_milestones')} blank={{ date: '', title: '', source: '' }}>
        {(milestone) => (
          <>
            <TextField path={`${milestone}.title`} label={t('field_milestone_title')} />
            <div class="pair">
              <DateField path={`${milestone}.date`} label={t('field_reported_on')} />
              <DateField path={`${milestone}.due`} label={t('field_due')} optional />
            </div>
            <SourceField path={`${milestone}.source`} />
          </>
        )}
      </Repeat>
    </>
  );
}
