import { chooseActingPost, type AuthResult } from '@lapor/web-client';
import type { ActingPost } from './posts.ts';

/** Tells the platform in which post this session acts from now on; null: in all. */
export const chooseToAct = (post: ActingPost | null): Promise<AuthResult> =>
  chooseActingPost(post ? { role: post.role, organisationId: post.organisationId } : { all: true });
