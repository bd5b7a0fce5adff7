import { Notice } from '@lapor/ui';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import type { ChangeFault } from './use-change.ts';

const refusals: Record<string, MessageId> = {
  TOO_LATE: 'report.refused.tooLate',
  ALREADY_RATED: 'report.refused.alreadyRated',
};

/** Why a change did not go through, in words; what was typed is still there. */
export function ChangeFaultNotice({ fault }: { fault: ChangeFault | null }) {
  const t = useT();
  // Faults of a field stand at the field.
  if (!fault || fault.kind === 'INVALID') return null;
  return (
    <Notice tone="danger" role="alert" title={t('report.notSaved')}>
      <p>
        {t(fault.kind === 'UNREACHABLE' ? 'report.unreachable' : (refusals[fault.code] ?? 'report.refused'))}
      </p>
    </Notice>
  );
}

/** Words for the fault of a text field, or undefined. */
export function textFault(fault: ChangeFault | null): MessageId | undefined {
  if (fault?.kind !== 'INVALID') return undefined;
  const code = fault.fields.find(({ path }) => path.endsWith('text') || path.endsWith('reason'))?.code;
  if (!code) return 'report.fault.invalid';
  return (
    (
      {
        REQUIRED: 'report.fault.required',
        TOO_SHORT: 'report.fault.short',
        TOO_LONG: 'report.fault.long',
      } as const
    )[code as 'REQUIRED'] ?? 'report.fault.invalid'
  );
}
