import type { ResultOf } from '../graphql.ts';
import type { StaffMessageId } from '../language/use-text.ts';
import { unitKeyName } from '../tree/unit-keys.ts';
import type { RouteRulesDocument } from './routing.graphql.ts';

export type RouteRule = ResultOf<typeof RouteRulesDocument>['routeRules'][number];

/** The rule behind a suggestion, in words: message and values. */
export function ruleWords({ basis, unitKey, version }: Pick<RouteRule, 'basis' | 'unitKey' | 'version'>): {
  id: StaffMessageId;
  values: Record<string, string | number>;
} {
  const values = { task: unitKey === null ? '–' : unitKeyName(unitKey), version };
  switch (basis) {
    case 'NATIONAL_BODY':
      return { id: 'routes.rule.NATIONAL_BODY', values };
    case 'UNIT_WITH_KEY':
      return { id: 'routes.rule.UNIT_WITH_KEY', values };
    case 'GOVERNMENT_WITHOUT_UNIT':
      // Without a key the map names the government itself; with one, none of its units serves it.
      return {
        id: unitKey === null ? 'routes.rule.government' : 'routes.rule.GOVERNMENT_WITHOUT_UNIT',
        values,
      };
    case 'GOVERNMENT_CHOICE':
      return { id: 'routes.rule.GOVERNMENT_CHOICE', values };
  }
}
