import { allowed, denied, type Verdict, type Viewer } from '@lapor/viewer';
import { audienceOf, countsConfidential, isOutsider } from '../figure/index.ts';

/**
 * Who may see the national overview, and what of it, by the rule of all figures: analysts, and keys whatever they carry, neither what is
 * confidential nor small numbers (decision 17).
 */
export function decide(
  viewer: Viewer,
  _operation: 'readOverview',
): { verdict: Verdict; withConfidential: boolean; isExact: boolean } {
  const audience = audienceOf(viewer, []);
  const rights = { withConfidential: countsConfidential(audience), isExact: !isOutsider(audience) };
  return audience === 'PUBLIC'
    ? { verdict: denied(viewer.posts.length > 0 ? 'ROLE' : 'SIGN_IN'), ...rights }
    : { verdict: allowed, ...rights };
}
