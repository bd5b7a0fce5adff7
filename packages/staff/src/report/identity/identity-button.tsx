import { Button, Dialog, Facts, Field, Notice, TextArea } from '@lapor/ui';
import { useState } from 'react';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { fieldText } from '../../decisions/field-faults.ts';
import { useDecision } from '../../decisions/use-decision.ts';
import { useText } from '../../language/use-text.ts';
import { RevealIdentityDocument } from './identity.graphql.ts';

interface Identity {
  name: string | null;
  phone: string | null;
  email: string | null;
  nik: string | null;
  address: string | null;
}

/**
 * Opens a sealed identity: reason first, then the data, which stay only as long as the dialog. The reporter is told,
 * and the officer knows it before asking.
 */
export function IdentityButton({ reportId }: { reportId: string }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [identity, setIdentity] = useState<Identity | null>(null);
  const decision = useDecision(RevealIdentityDocument);

  async function reveal() {
    const result = await decision.decide({ reportId, reason });
    if (result?.__typename !== 'IdentityRevealed') return;
    setIdentity(result);
    setAsking(false);
    setReason('');
  }

  return (
    <>
      <button type="button" className="link-like" onClick={() => setAsking(true)}>
        {t('identity.ask')}
      </button>
      <DecisionDialog
        open={asking}
        title={t('identity.title')}
        lead={
          <Notice tone="warning" title={t('identity.told')}>
            <p>{t('identity.toldHint')}</p>
          </Notice>
        }
        submitLabel={t('identity.reveal')}
        busy={decision.busy}
        faults={decision.faults}
        onSubmit={() => void reveal()}
        onClose={() => {
          setAsking(false);
          decision.reset();
        }}
      >
        <Field
          label={t('identity.reason')}
          hint={t('identity.reasonHint')}
          error={fieldText(t, decision.faults.fields['reason'])}
        >
          <TextArea short value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </Field>
      </DecisionDialog>
      <Dialog
        open={identity !== null}
        title={t('identity.shown')}
        onClose={() => setIdentity(null)}
        actions={
          <Button variant="primary" onClick={() => setIdentity(null)}>
            {t('identity.hide')}
          </Button>
        }
      >
        {identity && <IdentityFacts identity={identity} />}
      </Dialog>
    </>
  );
}

function IdentityFacts({ identity }: { identity: Identity }) {
  const t = useText();
  const rows = (
    [
      [t('identity.name'), identity.name],
      [t('identity.phone'), identity.phone],
      [t('identity.email'), identity.email],
      [t('identity.nik'), identity.nik],
      [t('identity.address'), identity.address],
    ] as const
  ).filter(([, value]) => value);
  return (
    <>
      <Facts rows={rows} />
      <p className="caption">{t('identity.careful')}</p>
    </>
  );
}
