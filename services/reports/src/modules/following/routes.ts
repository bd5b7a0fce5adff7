import type { FastifyInstance } from 'fastify';
import { oneClickRoutes } from '../one-click/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { unfollowByToken } from './follow.ts';

/** `/notifications/unfollow/:token`: ends one follow, of a report or of an area. */
export const unfollowRoutes = (server: FastifyInstance, deps: ReportsDependencies): Promise<void> =>
  oneClickRoutes(server, deps, {
    path: 'unfollow',
    question: {
      title: 'Berhenti mengikuti?',
      text: 'Anda tidak akan menerima surel lagi tentang laporan atau wilayah yang Anda ikuti ini.',
      english: 'Stop following? No more mails about this report or area.',
    },
    done: {
      title: 'Sudah berhenti',
      text: 'Anda tidak mengikutinya lagi.',
      english: 'Done. You do not follow it any more.',
    },
    end: (token) => unfollowByToken(deps, token),
  });
