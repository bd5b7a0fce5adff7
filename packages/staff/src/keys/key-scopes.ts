import type { KeyScope } from '@lapor/web-client';
import type { StaffMessageId } from '../language/use-text.ts';

interface ScopeWords {
  title: StaffMessageId;
  /** What it allows, and what not. */
  text: StaffMessageId;
}

/** A key's rights in words. */
export const SCOPE_WORDS: Record<KeyScope, ScopeWords> = {
  'graph:read': { title: 'keys.scope.figures', text: 'keys.scope.figuresText' },
  'reports:read': { title: 'keys.scope.reports', text: 'keys.scope.reportsText' },
  'graph:write': { title: 'keys.scope.answers', text: 'keys.scope.answersText' },
};
