import { LoadFailure, useDates } from '@lapor/staff';
import { ChangeDialog, ChoiceField, WordsField } from '@lapor/staff/changing';
import { Button, Checkbox, Dialog, Notice, Skeleton } from '@lapor/ui';
import { useQuery } from 'urql';
import { useText } from '../app/use-text.ts';
import { CategorySettingsDocument, ChangeCategoryDocument } from './categories.graphql.ts';
import { differingBelow, effectsOf, type Needs, type Settings } from './effects.ts';

interface ChangeNeedsDialogProps {
  category: { id: string; name: string };
  onClose: () => void;
}

/** What a category asks for: its settings are read first, with what they mean for the reports that are there. */
export function ChangeNeedsDialog({ category, onClose }: ChangeNeedsDialogProps) {
  const t = useText();
  const [{ data, error, fetching }, ask] = useQuery({
    query: CategorySettingsDocument,
    variables: { categoryId: category.id },
    requestPolicy: 'cache-and-network',
  });
  const settings = data?.categorySettings;
  if (settings) return <NeedsForm settings={settings} onClose={onClose} />;
  return (
    <Dialog
      open
      title={t('needs.title', { name: category.name })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('cancel')}</Button>}
    >
      {fetching && <Skeleton label={t('page.loading')} lines={4} />}
      {!fetching && error && (
        <LoadFailure
          error={error}
          title={t('needs.failed')}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {!fetching && !error && (
        <Notice tone="warning">
          <p>{t('refused.goneHere')}</p>
        </Notice>
      )}
    </Dialog>
  );
}

const REQUIREMENTS = ['NONE', 'CONTACT', 'IDENTITY'] as const;

/** What was chosen, and nothing of what was not: that stays as it is, also when somebody else changes it meanwhile. */
interface Chosen {
  identityRequirement: Needs['identityRequirement'] | '';
  isSensitive: boolean | null;
  needsSupportingData: boolean | null;
  reason: string;
}
const NOTHING_CHOSEN: Chosen = {
  identityRequirement: '',
  isSensitive: null,
  needsSupportingData: null,
  reason: '',
};

function NeedsForm({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useText();
  const { category, version } = settings;
  const needsOf = (chosen: Chosen): Needs => ({
    identityRequirement: chosen.identityRequirement || category.identityRequirement,
    isSensitive: chosen.isSensitive ?? category.isSensitive,
    needsSupportingData: chosen.needsSupportingData ?? category.needsSupportingData,
  });
  return (
    <ChangeDialog
      document={ChangeCategoryDocument}
      draft={`needs:${category.id}`}
      empty={NOTHING_CHOSEN}
      title={t('needs.title', { name: category.path })}
      lead={<p className="caption">{t('needs.lead')}</p>}
      submitLabel={t('needs.save')}
      doneText={t('needs.saved')}
      wide
      check={(value) => ({
        identityRequirement: effectsOf(settings, needsOf(value)).length === 0 ? 'UNCHANGED' : undefined,
        reason: value.reason.trim().length < 10 ? 'TOO_SHORT' : undefined,
      })}
      inputOf={(value) => ({
        ...needsOf(value),
        categoryId: category.id,
        reason: value.reason.trim(),
        expectedVersion: version,
      })}
      words={{
        identityRequirement: { UNCHANGED: 'needs.same' },
        expectedVersion: { CHANGED: 'needs.changedMeanwhile' },
      }}
      onClose={onClose}
    >
      {(chosen) => {
        const { change, faultAt } = chosen;
        const value = { ...chosen.value, ...needsOf(chosen.value) };
        const form = { ...chosen, value };
        return (
          <>
            {faultAt('expectedVersion') && (
              <Notice tone="warning" role="alert">
                <p>{faultAt('expectedVersion')}</p>
              </Notice>
            )}
            <ChoiceField
              form={form}
              name="identityRequirement"
              label={t('routes.identity')}
              hint={t('needs.identityHint')}
              options={REQUIREMENTS.map((one) => ({ value: one, label: t(`routes.identity.${one}`) }))}
            />
            <fieldset className="check-list">
              <legend>{t('needs.more')}</legend>
              <Checkbox
                label={t('needs.sensitive')}
                checked={value.isSensitive}
                onChange={(event) => change({ isSensitive: event.currentTarget.checked })}
              />
              <Checkbox
                label={t('needs.supportingData')}
                checked={value.needsSupportingData}
                onChange={(event) => change({ needsSupportingData: event.currentTarget.checked })}
              />
            </fieldset>
            <Effects settings={settings} to={value} />
            <Below settings={settings} to={value} />
            <WordsField form={form} name="reason" label={t('reason')} hint={t('needs.reasonHint')} rows={3} />
            <History settings={settings} />
          </>
        );
      }}
    </ChangeDialog>
  );
}

/** What the choice means, said while it is made. */
function Effects({ settings, to }: { settings: Settings; to: Needs }) {
  const t = useText();
  const effects = effectsOf(settings, to);
  return (
    <div role="status">
      {effects.length > 0 && (
        <Notice title={t('needs.effect')}>
          <ul>
            {effects.map((effect) => (
              <li key={effect.kind}>
                {t(`needs.effect.${effect.kind}`, 'count' in effect ? { count: effect.count } : {})}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** The categories below, with what they go on to ask for: a parent's change is none of theirs. */
function Below({ settings, to }: { settings: Settings; to: Needs }) {
  const t = useText();
  const differing = differingBelow(settings, to);
  if (settings.below.length === 0) return null;
  return (
    <details>
      <summary>{t('needs.below', { count: settings.below.length, differing: differing.length })}</summary>
      <ul className="stack stack-1">
        {(differing.length > 0 ? differing : settings.below).map((one) => (
          <li key={one.id}>
            {one.path}
            <span className="caption block">
              {t(`routes.identity.${one.identityRequirement}`)}
              {one.isSensitive && `, ${t('routes.sensitive')}`}
              {one.needsSupportingData && `, ${t('routes.supportingData')}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function History({ settings: { changes } }: { settings: Settings }) {
  const t = useText();
  const dates = useDates();
  if (changes.length === 0) return <p className="muted">{t('needs.neverChanged')}</p>;
  return (
    <details>
      <summary>{t('needs.history', { count: changes.length })}</summary>
      <ol className="stack stack-2">
        {changes.map((one) => (
          <li key={one.version}>
            {one.identityRequirement === one.identityRequirementBefore
              ? t(`routes.identity.${one.identityRequirement}`)
              : t('needs.fromTo', {
                  from: t(`routes.identity.${one.identityRequirementBefore}`),
                  to: t(`routes.identity.${one.identityRequirement}`),
                })}
            {one.isSensitive && `, ${t('routes.sensitive')}`}
            {one.needsSupportingData && `, ${t('routes.supportingData')}`}
            <span className="caption block">
              {dates.moment(one.enteredAt)}
              {one.by.name && `, ${one.by.name}`}
            </span>
            <span className="caption block">{one.reason}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
