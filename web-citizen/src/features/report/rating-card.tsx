import { useState } from 'react';
import { Button, Card, Checkbox, Field, Notice, Rating, SavedMark, TextArea } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ChangeFaultNotice, textFault } from './change-fault.tsx';
import { RateReportDocument } from './changes.graphql.ts';
import { reasonsOf, textOfRating, type RatingReason } from './rating-reasons.ts';
import { useReportPage } from './report-page-context.ts';
import { useChange } from './use-change.ts';
import { useKeptText } from './use-kept-text.ts';

/** One to five, why, and what comes of it. */
export function RatingCard() {
  const t = useT();
  const { reportId, number } = useReportPage();
  const { change, busy, fault } = useChange(RateReportDocument, { decides: true });
  const [keptScore, keepScore, forgetScore] = useKeptText(`rating-score-${number}`);
  const [text, setText, forgetText] = useKeptText(`rating-${number}`);
  const [chosen, setChosen] = useState<readonly RatingReason[]>([]);
  const [missing, setMissing] = useState(false);
  const score = keptScore === '' ? null : Number(keptScore);
  const reasons = score === null ? [] : reasonsOf(score);
  const serverFault = textFault(fault);

  async function send() {
    if (score === null) return setMissing(true);
    const said = textOfRating(
      chosen.filter((reason) => reasons.includes(reason)).map((reason) => t(`report.reason.${reason}`)),
      text,
    );
    if (!(await change({ reportId, score, text: said }))) return;
    forgetScore();
    forgetText();
  }

  return (
    <Card labelledBy="rate">
      <h2 id="rate" className="h3">
        {t('report.rate')}
      </h2>
      <p className="caption">{t('report.rateHint')}</p>
      <ChangeFaultNotice fault={fault} />
      <Rating
        legend={t('report.rateLegend')}
        name="rating"
        value={score}
        labels={[
          t('report.rating.1'),
          t('report.rating.2'),
          t('report.rating.3'),
          t('report.rating.4'),
          t('report.rating.5'),
        ]}
        onChange={(value) => {
          keepScore(String(value));
          setMissing(false);
        }}
      />
      {score !== null && (
        <>
          {score <= 2 && (
            <Notice role="status" tone="warning">
              <p>{t('report.rateReopens')}</p>
            </Notice>
          )}
          <fieldset className="stack stack-2">
            <legend className="legend">{t(score <= 3 ? 'report.rateWhyBad' : 'report.rateWhyGood')}</legend>
            {reasons.map((reason) => (
              <Checkbox
                key={reason}
                label={t(`report.reason.${reason}`)}
                checked={chosen.includes(reason)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, reason]
                      : chosen.filter((other) => other !== reason),
                  )
                }
              />
            ))}
          </fieldset>
          <Field
            label={t('report.rateText')}
            hint={t('common.optional')}
            error={serverFault && t(serverFault)}
            foot={text.trim() ? <SavedMark>{t('report.kept')}</SavedMark> : undefined}
          >
            <TextArea short rows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          </Field>
        </>
      )}
      {missing && (
        <p role="alert" className="error">
          {t('report.rateMissing')}
        </p>
      )}
      <p>
        <Button busy={busy} onClick={() => void send()}>
          {t('report.sendRating')}
        </Button>
      </p>
    </Card>
  );
}
