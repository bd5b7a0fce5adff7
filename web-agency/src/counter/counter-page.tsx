import { usePageTitle } from '@lapor/staff';
import { useState } from 'react';
import { useAgencyIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { CounterForm } from './counter-form.tsx';
import { EarlierReport } from './earlier-report.tsx';
import { Receipt, type Filed } from './receipt.tsx';
import './counter.css';

/** An officer enters the report of somebody who came, called or wrote: one page, then a receipt for the reporter. */
export function CounterPage() {
  const t = useText();
  const { label } = useAgencyIdentity();
  const [filed, setFiled] = useState<Filed | null>(null);
  usePageTitle(t('counter.title'), label);
  if (filed) return <Receipt filed={filed} onNext={() => setFiled(null)} />;
  return (
    <>
      <div>
        <h1>{t('counter.title')}</h1>
        <p className="caption">{t('counter.about')}</p>
      </div>
      <details className="counter-form">
        <summary>{t('counter.earlier')}</summary>
        <EarlierReport />
      </details>
      <CounterForm onFiled={setFiled} />
    </>
  );
}
