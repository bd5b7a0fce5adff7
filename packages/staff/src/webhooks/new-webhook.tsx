import { Panel, RadioCards } from '@lapor/ui';
import { useState } from 'react';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { OrganisationPick, type PickedOrganisation } from '../picking/organisation-pick.tsx';
import { PickedField } from '../picking/picked-field.tsx';
import { useWebhookWork } from './use-webhook-work.ts';
import { webhookClient, type Webhook } from './webhook-client.ts';
import { draftInput, type WebhookDraft } from './webhook-draft.ts';
import { WebhookForm } from './webhook-form.tsx';
import { useText } from './words.ts';

interface NewWebhookProps {
  /** Whose it will be; without it that is chosen. */
  organisationId?: string;
  types: readonly string[];
  onMade: (made: { webhook: Webhook; secret: string }) => void;
  onCancel: () => void;
}

interface Draft extends WebhookDraft {
  organisation: PickedOrganisation | null;
  whose: 'NATION' | 'ORGANISATION';
}

/** A new place to tell. */
export function NewWebhook({ organisationId, types, onMade, onCancel }: NewWebhookProps) {
  const t = useText();
  const work = useWebhookWork();
  const draft = useDraft<Draft>(`webhook:${organisationId ?? ''}`, {
    label: '',
    url: '',
    types: null,
    organisation: null,
    whose: 'ORGANISATION',
  });
  const { value, change } = draft;
  const [isMissing, setMissing] = useState(false);
  const owner = organisationId ?? (value.whose === 'NATION' ? null : value.organisation?.id);

  async function make() {
    setMissing(owner === undefined);
    if (owner === undefined) return;
    const made = await work.run((requestKey) =>
      webhookClient.create({ ...draftInput(value), organisationId: owner, requestKey }),
    );
    if (!made) return;
    draft.clear();
    onMade(made.value);
  }

  return (
    <Panel title={t('webhooks.new')}>
      <WebhookForm
        draft={value}
        change={change}
        types={types}
        work={work}
        send={t('webhooks.create')}
        onSend={() => void make()}
        cancel={{ label: t('cancel'), onCancel }}
      >
        {organisationId === undefined && (
          <>
            <RadioCards
              legend={t('webhooks.whose')}
              name="whose"
              value={value.whose}
              options={[
                { value: 'ORGANISATION', title: t('webhooks.ofOrganisation') },
                { value: 'NATION', title: t('webhooks.ofNation'), text: t('webhooks.ofNationHint') },
              ]}
              onChange={(whose) => change({ whose })}
            />
            {value.whose === 'ORGANISATION' && (
              <PickedField
                label={t('webhooks.organisation')}
                error={isMissing && owner === undefined ? t('webhooks.organisationNeeded') : undefined}
                picked={value.organisation?.name ?? null}
              >
                <OrganisationPick
                  label={t('webhooks.organisation')}
                  picked={value.organisation}
                  onPick={(organisation) => change({ organisation })}
                />
              </PickedField>
            )}
          </>
        )}
      </WebhookForm>
      <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
    </Panel>
  );
}
