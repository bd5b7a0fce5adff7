import type { ReceiptContent, ReceiptVerdict } from '@lapor/receipt';
import { Notice } from '@lapor/ui';
import { formatDay, formatMoment, formatReportNumber } from '@lapor/wording';
import { useT, useWords, type MessageId } from '../../app/language-provider.tsx';
import { CompareText } from './compare-text.tsx';

const tones = {
  GENUINE: 'success',
  ALTERED: 'danger',
  UNKNOWN_KEY: 'danger',
  KEY_WITHDRAWN: 'warning',
  KEY_ENDED: 'danger',
  NOT_A_RECEIPT: 'warning',
  TOO_LONG: 'warning',
} as const satisfies Record<ReceiptVerdict['is'], string>;

/** What the check found, what the paper says, and what it does not say. */
export function Verdict({ verdict }: { verdict: ReceiptVerdict }) {
  const t = useT();
  const words = useWords();
  const day =
    verdict.is === 'KEY_WITHDRAWN'
      ? verdict.withdrawnOn
      : verdict.is === 'KEY_ENDED'
        ? verdict.endedOn
        : null;
  const isGenuine = verdict.is === 'GENUINE';
  return (
    <>
      <Notice tone={tones[verdict.is]} role="status" title={t(`receipt.is.${verdict.is}`)}>
        <p>{t(`receipt.means.${verdict.is}`, { day: day && formatDay(words, day) })}</p>
      </Notice>
      {'content' in verdict && (
        <section className="stack stack-4" aria-labelledby="receipt-says">
          <h2 id="receipt-says">{t(isGenuine ? 'receipt.says' : 'receipt.claims')}</h2>
          <Facts content={verdict.content} />
          {isGenuine && <WhatItIsNot content={verdict.content} />}
        </section>
      )}
    </>
  );
}

const Row = ({ name, children }: { name: MessageId; children: string }) => {
  const t = useT();
  return (
    <div className="receipt-facts__row">
      <dt>{t(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
};

/** Papers tell the time of Jakarta, and so does what checks them. */
const ZONE = 'Asia/Jakarta';

function Facts({ content }: { content: ReceiptContent }) {
  const t = useT();
  const words = useWords();
  const moment = formatMoment(words, content.at, ZONE);
  return (
    <>
      <dl className="receipt-facts">
        <Row name="receipt.number">{formatReportNumber(content.number)}</Row>
        {content.of === 'REPORT' ? (
          <>
            <Row name="receipt.filed">{moment}</Row>
            <Row name="receipt.state">{words.states[content.state]}</Row>
            {content.category !== undefined && <Row name="receipt.category">{content.category}</Row>}
            {content.region !== undefined && <Row name="receipt.region">{content.region}</Row>}
          </>
        ) : (
          <>
            <Row name="receipt.by">{content.by.name}</Row>
            <Row name="receipt.kind">{t(`receipt.kind.${content.kind}`)}</Row>
            <Row name="receipt.answered">{moment}</Row>
            {content.promised !== undefined && (
              <Row name="receipt.promised">{formatDay(words, content.promised)}</Row>
            )}
          </>
        )}
      </dl>
      {content.of === 'ANSWER' && content.text !== undefined && (
        <blockquote className="receipt-words prewrap" lang="id">
          {content.text}
        </blockquote>
      )}
      {content.of === 'ANSWER' && content.text === undefined && (
        <>{content.sha256 ? <CompareText digest={content.sha256} /> : <p>{t('receipt.erased')}</p>}</>
      )}
    </>
  );
}

function WhatItIsNot({ content }: { content: ReceiptContent }) {
  const t = useT();
  return (
    <>
      <p className="caption">{t(content.of === 'REPORT' ? 'receipt.limitsFiled' : 'receipt.limitsAnswer')}</p>
      <p className="no-print">
        <a href={`/laporan/${content.number}`}>{t('receipt.openReport')}</a>
      </p>
    </>
  );
}
