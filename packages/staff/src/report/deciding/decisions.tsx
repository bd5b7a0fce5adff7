import { Notice } from '@lapor/ui';
import type { ReportClass, ReturnReason } from '@lapor/wording';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { CLASSES } from './classes.ts';
import {
  CloseReportDocument,
  ProposeClosingDocument,
  ReclassifyReportDocument,
  ReturnReportDocument,
} from './deciding.graphql.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export interface DecisionProps {
  reportId: string;
  onClose: () => void;
  /** The report was changed. */
  onDone?: () => void;
}

const MOST_RETURNS = 3;
export const RETURN_REASONS: readonly ReturnReason[] = [
  'NOT_OUR_TASK',
  'OTHER_REGION',
  'OTHER_LEVEL',
  'UNIT_MERGED',
  'OTHER',
];

/** "Not our authority": back to the level above, with a reason; counted, for reports must not travel for ever. */
export function ReturnDialog({
  reportId,
  returnCount,
  handler,
  isConfidential,
  ...rest
}: DecisionProps & {
  returnCount: number;
  /** Who has it now. */
  handler?: { id: string; name: string } | null;
  isConfidential?: boolean;
}) {
  const t = useText();
  const { words } = useLanguage();
  const { government } = useSession().workplace.organisation;
  const toNation =
    returnCount + 1 >= MOST_RETURNS || isConfidential === true || handler?.id === government.id;
  return (
    <ReasonDialog
      {...rest}
      document={ReturnReportDocument}
      undo="RETURN"
      draft={`return:${reportId}`}
      title={t('returning.title')}
      lead={
        <Notice tone={returnCount > 0 ? 'warning' : 'info'}>
          <p>{t('returning.hops', { count: returnCount, most: MOST_RETURNS })}</p>
          {toNation && <p>{t('returning.toNation')}</p>}
          {!toNation && handler && (
            <p>{t('returning.toAbove', { unit: handler.name, government: government.name })}</p>
          )}
        </Notice>
      }
      choice={{
        field: 'reason',
        legend: t('returning.reason'),
        options: RETURN_REASONS.map((value) => ({ value, title: capital(words.returnReasons[value]) })),
      }}
      text={{ field: 'text', label: t('returning.text'), hint: t('returning.textHint') }}
      submitLabel={t('returning.submit')}
      doneText={t('returning.done')}
      inputOf={(text, choice) => ({ reportId, reason: choice, text })}
    />
  );
}

export function ProposeClosingDialog({ reportId, ...rest }: DecisionProps) {
  const t = useText();
  return (
    <ReasonDialog
      {...rest}
      document={ProposeClosingDocument}
      draft={`propose:${reportId}`}
      title={t('proposing.title')}
      lead={<p className="caption">{t('proposing.lead')}</p>}
      text={{ field: 'reason', label: t('reason') }}
      submitLabel={t('proposing.submit')}
      doneText={t('proposing.done')}
      inputOf={(reason) => ({ reportId, reason })}
    />
  );
}

export function CloseDialog({ reportId, ...rest }: DecisionProps) {
  const t = useText();
  return (
    <ReasonDialog
      {...rest}
      document={CloseReportDocument}
      draft={`close:${reportId}`}
      title={t('closing.title')}
      lead={<p className="caption">{t('closing.lead')}</p>}
      text={{ field: 'reason', label: t('closing.reason') }}
      submitLabel={t('closing.submit')}
      doneText={t('closing.done')}
      inputOf={(reason) => ({ reportId, reason })}
    />
  );
}

export function ReclassifyDialog({
  reportId,
  current,
  ...rest
}: DecisionProps & { current: ReportClass | null }) {
  const t = useText();
  const { words } = useLanguage();
  return (
    <ReasonDialog
      {...rest}
      document={ReclassifyReportDocument}
      draft={`reclassify:${reportId}`}
      title={t('reclassifying.title')}
      lead={<p className="caption">{t('reclassifying.lead')}</p>}
      choice={{
        field: 'class',
        legend: t('verify.class'),
        options: CLASSES.filter((value) => value !== current).map((value) => ({
          value,
          title: words.classes[value],
        })),
      }}
      text={{ field: 'reason', label: t('reason') }}
      submitLabel={t('reclassifying.submit')}
      doneText={t('reclassifying.done')}
      inputOf={(reason, choice) => ({ reportId, class: choice, reason })}
    />
  );
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
