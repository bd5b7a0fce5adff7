import type { ResultOf } from '../graphql.ts';
import type { CategorySettingsDocument } from './categories.graphql.ts';

export type Settings = NonNullable<ResultOf<typeof CategorySettingsDocument>['categorySettings']>;
/** A category below, with what it asks for itself. */
export type Below = Settings['below'][number];
export type Needs = Pick<Settings['category'], 'identityRequirement' | 'isSensitive' | 'needsSupportingData'>;

/** What a change means, each with how many reports it is about. */
export type Effect =
  | { kind: 'asks.NONE' | 'asks.CONTACT' | 'asks.IDENTITY' | 'noMoreSecrecy' | 'noMoreData' }
  | { kind: 'noAnonymous' | 'waitForDesk' | 'waitForData' | 'stay' | 'belowStay'; count: number };

/** Says before it is saved what another setting means: for what is filed from then on, and for what is there. Empty when nothing changes. */
export function effectsOf(settings: Settings, to: Needs): Effect[] {
  const from = settings.category;
  const effects: Effect[] = [];
  if (to.identityRequirement !== from.identityRequirement) {
    effects.push({ kind: `asks.${to.identityRequirement}` });
    if (to.identityRequirement === 'IDENTITY')
      effects.push({ kind: 'noAnonymous', count: settings.anonymousReports });
  }
  if (to.isSensitive !== from.isSensitive)
    effects.push(
      to.isSensitive ? { kind: 'waitForDesk', count: settings.waitingAtAgencies } : { kind: 'noMoreSecrecy' },
    );
  if (to.needsSupportingData !== from.needsSupportingData)
    effects.push(
      to.needsSupportingData
        ? { kind: 'waitForData', count: settings.waitingReports }
        : { kind: 'noMoreData' },
    );
  if (effects.length === 0) return effects;
  effects.push({ kind: 'stay', count: settings.openReports });
  if (settings.below.length > 0) effects.push({ kind: 'belowStay', count: settings.below.length });
  return effects;
}

/** The categories below that ask for something else than the choice: each would have to be changed by itself. */
export const differingBelow = ({ below }: Pick<Settings, 'below'>, to: Needs): Below[] =>
  below.filter(
    (one) =>
      one.identityRequirement !== to.identityRequirement ||
      one.isSensitive !== to.isSensitive ||
      one.needsSupportingData !== to.needsSupportingData,
  );
