import { useDates, useShortcuts } from '@lapor/staff';
import { Button, Checkbox, downloadIcon, FieldError, Icon, Kbd, Notice, printIcon } from '@lapor/ui';
import { formatAccessCode, formatReportNumber } from '@lapor/wording';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/use-text.ts';
import { ReceiptCode } from './receipt-code.tsx';

/** By which way the reporter hears of the report; by none: paper alone. */
export type Reached = 'PHONE' | 'MAIL' | 'BOTH' | 'NOT';

/** What the reporter gets; the code is told this once. */
export interface Filed {
  number: string;
  accessCode: string;
  submittedAt: string;
  /** Address that checks the signed receipt, and where it is to be had as a document; absent when it could not be signed. */
  receipt?: { checkUrl: string; documentPath: string } | null | undefined;
  reached: Reached;
}

/** The receipt: number and code to print and hand over. It goes when the officer says that the reporter has it. */
export function Receipt({ filed, onNext }: { filed: Filed; onNext: () => void }) {
  const t = useText();
  const dates = useDates();
  const [handed, setHanded] = useState(false);
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const check = useRef<HTMLDivElement>(null);
  const next = () => {
    if (handed) return onNext();
    setMissing(true);
    check.current?.querySelector('input')?.focus();
  };
  useShortcuts({ n: next, c: () => window.print() });
  useEffect(() => {
    heading.current?.focus();
    // Nothing brings the code back: the browser asks before it goes.
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, []);
  const host = window.location.host;
  return (
    <div className="stack stack-4 counter-form">
      <section className="receipt stack stack-3" aria-labelledby="receipt-title">
        <h1 id="receipt-title" ref={heading} tabIndex={-1}>
          {t('receipt.title')}
        </h1>
        <p>{t('receipt.received', { moment: dates.moment(filed.submittedAt) })}</p>
        <div className="receipt-body">
          <div className="stack stack-3">
            <dl>
              <div>
                <dt>{t('receipt.number')}</dt>
                <dd className="code">{formatReportNumber(filed.number)}</dd>
              </div>
              <div>
                <dt>{t('receipt.code')}</dt>
                <dd className="code">{formatAccessCode(filed.accessCode)}</dd>
              </div>
            </dl>
            <p>{t('receipt.follow', { address: `${host}/lacak` })}</p>
            <p>{t(`receipt.reached.${filed.reached}`)}</p>
            <p>{t('receipt.secret')}</p>
          </div>
          {filed.receipt && (
            <figure className="receipt-proof">
              <ReceiptCode address={filed.receipt.checkUrl} label={t('receipt.qr')} />
              <figcaption className="caption">
                {t('receipt.qrHint', { address: `${host}/periksa` })}
              </figcaption>
            </figure>
          )}
        </div>
      </section>
      <Notice tone="warning" title={t('receipt.once')}>
        <p>{t('receipt.onceHint')}</p>
      </Notice>
      <div className="receipt-acts stack stack-3">
        <p className="row row--tight">
          <Button icon={printIcon} variant="primary" onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
          <Kbd>C</Kbd>
          {filed.receipt && (
            <a className="btn btn--quiet" href={filed.receipt.documentPath} download>
              <Icon of={downloadIcon} />
              {t('receipt.document')}
            </a>
          )}
        </p>
        {filed.receipt && <p className="caption">{t('receipt.documentHint')}</p>}
        <div ref={check} className={missing && !handed ? 'field--error' : undefined}>
          {missing && !handed && <FieldError id="receipt-fault">{t('receipt.handedNeeded')}</FieldError>}
          <Checkbox
            label={t('receipt.handed')}
            checked={handed}
            aria-describedby={missing && !handed ? 'receipt-fault' : undefined}
            onChange={(event) => setHanded(event.currentTarget.checked)}
          />
        </div>
        <p className="row row--tight">
          <Button onClick={next}>{t('receipt.next')}</Button>
          <Kbd>N</Kbd>
        </p>
      </div>
    </div>
  );
}
