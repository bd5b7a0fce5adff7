import type { Text } from '@lapor/staff';
import type { AgencyMessageId } from '../app/use-text.ts';

const reasons: Record<string, AgencyMessageId> = {
  NOT_FOUND: 'bulk.why.NOT_FOUND',
  WRONG_STATE: 'bulk.why.WRONG_STATE',
  STALE: 'bulk.why.STALE',
  LEASED: 'bulk.why.LEASED',
  NO_TEMPLATE: 'bulk.why.NO_TEMPLATE',
  MISSING_VALUES: 'bulk.why.MISSING_VALUES',
  TARGET_REFUSED: 'bulk.why.TARGET_REFUSED',
  CHANGE_PENDING: 'bulk.why.CHANGE_PENDING',
};

/** Why one of many reports is left as it is. */
export const whyNot = (t: Text<AgencyMessageId>, code: string | null, state: string | undefined): string =>
  code === 'WRONG_STATE' && state
    ? t('bulk.why.state', { state })
    : t(reasons[code ?? ''] ?? 'bulk.why.other');
