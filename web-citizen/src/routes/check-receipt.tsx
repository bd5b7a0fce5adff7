import { useCallback, useEffect, useState } from 'react';
import { checkReceipt, type ReceiptVerdict } from '@lapor/receipt';
import { Button, Field, Notice, Skeleton, TextArea, TextInput } from '@lapor/ui';
import { formatMoment } from '@lapor/wording';
import { useT, useWords } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { readKeys, type KnownKeys } from '../features/receipt/read-keys.ts';
import { readPhoto, readsPhotos } from '../features/receipt/read-photo.ts';
import { Verdict } from '../features/receipt/verdict.tsx';
import './check-receipt.css';

const fragment = () => location.hash.slice(1);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Checks a signed receipt on this device: nothing of it goes to a server, and after a first visit no network is needed. */
export default function CheckReceipt() {
  const t = useT();
  const [text, setText] = useState('');
  const [known, setKnown] = useState<KnownKeys | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'no-keys' | 'no-code'>('idle');
  const [verdict, setVerdict] = useState<ReceiptVerdict | null>(null);

  const check = useCallback(async (given: string) => {
    setVerdict(null);
    if (given.trim() === '') return setState('idle');
    setState('busy');
    const keys = await readKeys();
    setKnown(keys);
    if (!keys) return setState('no-keys');
    setVerdict(await checkReceipt(given, keys.keySet));
    setState('idle');
  }, []);

  useEffect(() => {
    const read = () => void check(fragment());
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [check]);

  async function takePhoto(file: File | undefined) {
    if (!file) return;
    const code = await readPhoto(file);
    setVerdict(null);
    if (code === null) return setState('no-code');
    await check(code);
  }

  return (
    <Page title={t('receipt.title')} narrow className="stack stack-6 top-gap">
      <div>
        <h1>{t('receipt.title')}</h1>
        <p className="lead top-gap-2">{t('receipt.lead')}</p>
      </div>
      <div className="stack stack-4" aria-live="polite">
        {state === 'busy' && <Skeleton label={t('common.loading')} lines={3} />}
        {verdict && <Verdict verdict={verdict} />}
        {verdict && known?.keptSince != null && <KeptKeys since={known.keptSince} />}
        {state === 'no-keys' && (
          <Notice tone="warning" role="status" title={t('receipt.noKeys')}>
            <p>{t('receipt.noKeysText')}</p>
          </Notice>
        )}
        {state === 'no-code' && (
          <Notice tone="warning" role="status" title={t('receipt.noCode')}>
            <p>{t('receipt.noCodeText')}</p>
          </Notice>
        )}
      </div>
      {verdict && (
        <p className="no-print">
          <Button variant="quiet" onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
        </p>
      )}
      <form
        className="stack stack-3 no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void check(text.trim() || fragment());
        }}
      >
        <h2>{t(verdict ? 'receipt.another' : 'receipt.how')}</h2>
        {readsPhotos() ? (
          <Field label={t('receipt.photo')} hint={t('receipt.photoHint')}>
            <TextInput
              type="file"
              accept="image/*"
              onChange={(event) => void takePhoto(event.currentTarget.files?.[0])}
            />
          </Field>
        ) : (
          <p>{t('receipt.camera')}</p>
        )}
        <Field label={t('receipt.paste')} hint={t('receipt.pasteHint')}>
          <TextArea rows={4} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </Field>
        <p>
          <Button
            type="submit"
            busy={state === 'busy'}
            aria-disabled={(text.trim() || fragment()) === '' || undefined}
          >
            {t('receipt.check')}
          </Button>
        </p>
      </form>
      <p className="caption no-print">
        {t('receipt.keys')} <a href="/.well-known/lapor-receipt-keys.json">lapor-receipt-keys.json</a>
      </p>
    </Page>
  );
}

/** Whoever checks without a network is told how old the keys are: one withdrawn since is not known here. */
function KeptKeys({ since }: { since: string }) {
  const t = useT();
  const words = useWords();
  const moment = Number.isNaN(Date.parse(since)) ? '' : formatMoment(words, since, zone);
  return <p className="caption">{t('receipt.keptKeys', { moment })}</p>;
}
