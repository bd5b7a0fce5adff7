import { MODERATION_RULES, type ModerationRule } from '../report/deciding/moderation-rules.ts';
import { MODERATION_KINDS, type ModerationKind } from './moderation-kinds.ts';

interface CountsOfRule {
  /** Null: the releases, which need none. */
  rule: ModerationRule | null;
  counts: Readonly<Record<ModerationKind, number>>;
}

/** One row for each rule by which something was done, in the order of the rules, and releases at the end. */
export function countsByRule(
  rows: readonly { kind: ModerationKind; rule: ModerationRule | null; count: number }[],
): CountsOfRule[] {
  const of = (rule: ModerationRule | null): CountsOfRule => ({
    rule,
    counts: Object.fromEntries(
      MODERATION_KINDS.map((kind) => [
        kind,
        rows.find((row) => row.kind === kind && row.rule === rule)?.count ?? 0,
      ]),
    ) as Record<ModerationKind, number>,
  });
  return [...MODERATION_RULES, null].filter((rule) => rows.some((row) => row.rule === rule)).map(of);
}
