import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';
import { Button, Dialog, Field, LinkButton, Notice, TextInput, downloadIcon } from '@lapor/ui';
import { formatReportNumber, parseReportNumber } from '@lapor/wording';
import { useT } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';
import { EraseOwnDataDocument, ExportOwnDataDocument } from '../account/own-data.graphql.ts';
import { saveFile } from '../account/save-file.ts';
import { ChangeFaultNotice } from './change-fault.tsx';
import { useReportPage } from './report-page-context.ts';
import type { ChangeFault } from './use-change.ts';

const goes = ['report.data.goes.identity', 'report.data.goes.link', 'report.data.goes.news'] as const;
const stays = ['report.data.stays.report', 'report.data.stays.history', 'report.data.stays.audit'] as const;

/** What is kept of the reporter of this one report: as a file, and the way to have it erased. */
export function OwnData({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const { session } = useSession();
  const { number, reload } = useReportPage();
  const [, navigate] = useLocation();
  const [erased, setErased] = useState<'now' | 'later' | null>(null);

  function close() {
    onClose();
    if (erased !== 'now') return;
    // The account is not its reporter any more; a code still opens it.
    if (session) navigate('/akun');
    else reload();
  }
  return (
    <Dialog open={open} size="wide" title={t('report.data')} onClose={close}>
      {erased ? (
        <Erased when={erased} number={number} onClose={close} />
      ) : (
        <>
          <Download />
          <Erase onErased={(isErased) => setErased(isErased ? 'now' : 'later')} onCancel={onClose} />
        </>
      )}
    </Dialog>
  );
}

function Download() {
  const t = useT();
  const { reportId } = useReportPage();
  const [{ fetching }, run] = useMutation(ExportOwnDataDocument);
  const [saved, setSaved] = useState<string | null>(null);
  const [fault, setFault] = useState<ChangeFault | 'TOO_MANY' | null>(null);

  async function download() {
    setFault(null);
    setSaved(null);
    const { data } = await run({ reportId });
    const result = data?.result;
    if (result?.__typename === 'OwnDataExported') {
      saveFile(result.fileName, result.content, result.mediaType);
      setSaved(result.fileName);
    } else if (result?.__typename === 'TooManyRequests') setFault('TOO_MANY');
    else setFault({ kind: result ? 'CLOSED' : 'UNREACHABLE' });
  }

  return (
    <section className="stack stack-3" aria-labelledby="data-copy">
      <h3 id="data-copy">{t('report.data.copy')}</h3>
      <p>{t('report.data.copyText')}</p>
      {fault === 'TOO_MANY' ? (
        <Notice tone="warning" role="alert">
          <p>{t('open.tooMany')}</p>
        </Notice>
      ) : (
        <ChangeFaultNotice fault={fault} />
      )}
      <p>
        <Button icon={downloadIcon} busy={fetching} onClick={() => void download()}>
          {t('account.downloadDo')}
        </Button>
      </p>
      <p className="caption" role="status">
        {saved && t('account.downloaded', { name: saved })}
      </p>
    </section>
  );
}

interface EraseProps {
  onErased: (isErased: boolean) => void;
  onCancel: () => void;
}

/** What goes and what stays, and the number typed by hand: it cannot be undone. */
function Erase({ onErased, onCancel }: EraseProps) {
  const t = useT();
  const { reportId, number } = useReportPage();
  const [{ fetching }, run] = useMutation(EraseOwnDataDocument);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [fault, setFault] = useState<ChangeFault | null>(null);

  async function erase(event: FormEvent) {
    event.preventDefault();
    setFault(null);
    const matches = parseReportNumber(typed) === number;
    setWrong(!matches);
    if (!matches) return document.getElementById('erase-number')?.focus();
    const { data } = await run({ reportId });
    if (data?.result.__typename === 'OwnDataErased') onErased(data.result.isErased);
    else setFault({ kind: data ? 'CLOSED' : 'UNREACHABLE' });
  }

  return (
    <section className="stack stack-3" aria-labelledby="data-erase">
      <h3 id="data-erase">{t('report.data.erase')}</h3>
      <p>{t('report.data.eraseText')}</p>
      <div>
        <p>
          <strong>{t('account.erased')}</strong>
        </p>
        <ul>
          {goes.map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
      </div>
      <div>
        <p>
          <strong>{t('report.data.stays')}</strong>
        </p>
        <ul>
          {stays.map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
      </div>
      <form className="stack stack-3" onSubmit={(event) => void erase(event)} noValidate>
        <ChangeFaultNotice fault={fault} />
        <Field
          id="erase-number"
          label={t('report.data.typeNumber', { number: formatReportNumber(number) })}
          error={isWrong ? t('report.data.numberDiffers') : undefined}
        >
          <TextInput
            code
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setWrong(false);
              setTyped(event.currentTarget.value);
            }}
          />
        </Field>
        <p className="dialog__actions">
          <Button type="submit" variant="danger" busy={fetching}>
            {t('report.data.eraseDo')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </p>
      </form>
    </section>
  );
}

/** What became of the wish, and how the report is opened from now on. */
function Erased({ when, number, onClose }: { when: 'now' | 'later'; number: string; onClose: () => void }) {
  const t = useT();
  return (
    <>
      <Notice
        tone="success"
        role="status"
        title={t(when === 'now' ? 'report.data.erased' : 'report.data.willBeErased')}
      >
        <p>{t(when === 'now' ? 'report.data.erasedText' : 'report.data.willBeErasedText')}</p>
      </Notice>
      <p className="dialog__actions">
        <Button onClick={onClose}>{t('common.close')}</Button>
        {when === 'now' && (
          <LinkButton variant="quiet" href={`/lacak?nomor=${number}`}>
            {t('report.openWithCode')}
          </LinkButton>
        )}
      </p>
    </>
  );
}
