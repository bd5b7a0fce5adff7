import {
  Button,
  CheckCard,
  ErrorSummary,
  Field,
  Panel,
  RadioCards,
  Select,
  TextInput,
  type FaultLink,
} from '@lapor/ui';
import { createApiKey, type KeyScope, type NewApiKey } from '@lapor/web-client';
import { useState } from 'react';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useText } from '../language/use-text.ts';
import { OrganisationPick, type PickedOrganisation } from '../picking/organisation-pick.tsx';
import { FailureNotice } from '../session/attempts/failure-notice.tsx';
import { useAttempt } from '../session/attempts/use-attempt.ts';
import { useSession } from '../session/session-context.ts';
import { SCOPE_WORDS } from './key-scopes.ts';
import { newKeyFaults, newKeyInput, type NewKeyDraft } from './new-key.ts';

/** Days a key may live; a year is the most. */
const DAYS = [30, 90, 180, 365] as const;

interface NewKeyFormProps {
  /** The organisation whose system will use it; without it it is chosen, or the key is the analyst's own. */
  organisationId?: string;
  onMade: (key: NewApiKey & { label: string; scopes: readonly KeyScope[] }) => void;
}

export function NewKeyForm({ organisationId, onMade }: NewKeyFormProps) {
  const t = useText();
  const { workplaces } = useSession();
  const roles = workplaces.flatMap((place) => place.roles);
  // A choice only for somebody who is both: analyst, and of the national desk.
  const uses = organisationId
    ? (['AGENCY'] as const)
    : ([
        ...(roles.includes('ANALYST') ? (['ANALYST'] as const) : []),
        ...(roles.includes('NATIONAL_ADMIN') ? (['AGENCY'] as const) : []),
      ] as const);
  const { value, change, savedAt, unsaved, clear } = useDraft<NewKeyDraft>(
    `api-key:${organisationId ?? ''}`,
    { label: '', days: 180, use: uses[0] ?? 'ANALYST', writes: false, organisation: null },
  );
  const [faults, setFaults] = useState<readonly FaultLink[]>([]);
  const attempt = useAttempt();
  const use = uses.find((one) => one === value.use) ?? uses[0] ?? 'ANALYST';
  const draft: NewKeyDraft = {
    ...value,
    use,
    organisation: organisationId ? { id: organisationId, name: '' } : value.organisation,
  };
  const messageOf = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.message;

  async function make() {
    const found = newKeyFaults(draft).map(({ fieldId, message }) => ({ fieldId, message: t(message) }));
    setFaults(found);
    if (found.length > 0) return;
    const input = newKeyInput(draft);
    const made = await attempt.run(() => createApiKey(input));
    if (!made) return;
    clear();
    onMade({ ...made.value, label: input.label, scopes: input.scopes });
  }

  return (
    <Panel title={t('keys.new')}>
      <form
        className="stack stack-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <ErrorSummary title={t('reset.faults')} faults={faults} />
        {use === 'AGENCY' && !organisationId && <p className="caption">{t('keys.analystsOwn')}</p>}
        <FailureNotice
          failure={attempt.failure}
          texts={{ NOT_FOUND: 'keys.refused', INPUT_INVALID: 'keys.refused' }}
        />
        <Field
          id="key-label"
          label={t('keys.label')}
          hint={t('keys.labelHint')}
          error={messageOf('key-label')}
        >
          <TextInput
            name="label"
            maxLength={80}
            autoComplete="off"
            value={value.label}
            onChange={(event) => change({ label: event.currentTarget.value })}
          />
        </Field>
        {uses.length > 1 && (
          <RadioCards
            legend={t('keys.use')}
            name="use"
            value={use}
            options={uses.map((one) => ({ value: one, title: t(`keys.use.${one}`) }))}
            onChange={(next) => change({ use: next })}
          />
        )}
        {use === 'AGENCY' && !organisationId && (
          <ForOrganisation
            picked={value.organisation}
            error={messageOf('key-organisation')}
            onPick={({ id, name }) => change({ organisation: { id, name } })}
          />
        )}
        <fieldset>
          <legend className="legend">{t('keys.scopes')}</legend>
          <div className="choices">
            {use === 'ANALYST' ? (
              <Fixed scope="graph:read" />
            ) : (
              <>
                <Fixed scope="reports:read" />
                <CheckCard
                  title={t(SCOPE_WORDS['graph:write'].title)}
                  text={t(SCOPE_WORDS['graph:write'].text)}
                  checked={value.writes}
                  onChange={(writes) => change({ writes })}
                />
              </>
            )}
          </div>
        </fieldset>
        <Field label={t('keys.days')} hint={t('keys.daysHint')}>
          <Select
            name="days"
            value={value.days}
            onChange={(event) => change({ days: Number(event.currentTarget.value) })}
          >
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t('keys.daysOption', { days })}
              </option>
            ))}
          </Select>
        </Field>
        <Button variant="primary" type="submit" block busy={attempt.busy}>
          {t('keys.create')}
        </Button>
        <DraftMark savedAt={savedAt} unsaved={unsaved} />
      </form>
    </Panel>
  );
}

/** A right that every key of this use has. */
function Fixed({ scope }: { scope: KeyScope }) {
  const t = useText();
  const { title, text } = SCOPE_WORDS[scope];
  return (
    <div className="choice choice--fixed">
      <span>
        <span className="choice__title">{t(title)}</span>
        <span className="choice__text">{t(text)}</span>
      </span>
    </div>
  );
}

function ForOrganisation({
  picked,
  error,
  onPick,
}: {
  picked: PickedOrganisation | null;
  error: FaultLink['message'];
  onPick: (organisation: PickedOrganisation) => void;
}) {
  const t = useText();
  return (
    <Field id="key-organisation" label={t('keys.organisation')} error={error}>
      {picked && (
        <p className="picked">
          <strong>{picked.name}</strong>
        </p>
      )}
      <OrganisationPick
        label={t('keys.organisation')}
        inputId="key-organisation"
        describedBy={error == null ? undefined : 'key-organisation-error'}
        picked={picked}
        onPick={onPick}
        invalid={error != null}
      />
    </Field>
  );
}
