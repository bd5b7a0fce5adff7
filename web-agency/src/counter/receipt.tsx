import { useDates } from '@lapor/staff';
import { Button, Checkbox, FieldError, Notice, printIcon } from '@lapor/ui';
import { formatAccessCode, formatReportNumber } from '@lapor/wording';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/use-text.ts';

/** What the reporter gets; the code is told this once. */
export interface Filed {
  number: string;
  accessCode: string;
  submittedAt: string;
}

/** The receipt: number and code to print and hand over. It goes when the officer says that the reporter has it. */
export function Receipt({ filed, onNext }: { filed: Filed; onNext: () => void }) {
  const t = useText();
  const dates = useDates();
  const [handed, setHanded] = useState(false);
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const check = useRef<HTMLDivElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // Nothing brings the code back: the browser asks before it goes.
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, []);
  return (
    <div className="stack stack-4 counter-form">
      <section className="receipt stack stack-3" aria-labelledby="receipt-title">
        <h1 id="receipt-title" ref={heading} tabIndex={-1}>
          {t('receipt.title')}
        </h1>
        <p>{t('receipt.received', { moment: dates.moment(filed.submittedAt) })}</p>
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
        <p>{t('receipt.follow', { address: `${window.location.host}/lacak` })}</p>
        <p>{t('receipt.secret')}</p>
      </section>
      <Notice tone="warning" title={t('receipt.once')}>
        <p>{t('receipt.onceHint')}</p>
      </Notice>
      <div className="receipt-acts stack stack-3">
        <p>
          <Button icon={printIcon} variant="primary" onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
        </p>
        <div ref={check} className={missing && !handed ? 'field--error' : undefined}>
          {missing && !handed && <FieldError id="receipt-fault">{t('receipt.handedNeeded')}</FieldError>}
          <Checkbox
            label={t('receipt.handed')}
            checked={handed}
            aria-describedby={missing && !handed ? 'receipt-fault' : undefined}
            onChange={(event) => setHanded(event.currentTarget.checked)}
          />
        </div>
        <p>
          <Button
            onClick={() => {
              if (handed) return onNext();
              setMissing(true);
              check.current?.querySelector('input')?.focus();
            }}
          >
            {t('receipt.next')}
          </Button>
        </p>
      </div>
    </div>
  );
}
