import type { FastifyInstance } from 'fastify';
import { oneClickRoutes } from '../one-click/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { setNews } from './set-news.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

/** `/notifications/unsubscribe/:token`: ends the news about one report. */
export const unsubscribeRoutes = (server: FastifyInstance, deps: ReportsDependencies): Promise<void> =>
  oneClickRoutes(server, deps, {
    path: 'unsubscribe',
    question: {
      title: 'Berhenti menerima kabar?',
      text: 'Anda tidak akan menerima surel lagi tentang langkah-langkah laporan ini. Yang wajib kami sampaikan tetap dikirim: data yang kurang, identitas yang dibuka, laporan yang selesai atau diarsipkan.',
      english: 'Stop the mails about the steps of this report? What we must tell you is sent all the same.',
    },
    done: {
      title: 'Sudah berhenti',
      text: 'Kabar tentang laporan ini tidak dikirim lagi. Di halaman laporan Anda bisa menyalakannya kembali.',
      english: 'Done. On the page of the report you can turn them on again.',
    },
    end: async (token) => {
      const id = readUnsubscribeToken(deps, token);
      if (id) await setNews(deps, id, false);
    },
  });
