import { formatDayOf, formatReportNumber, type Words } from '@lapor/wording';
import { words as indonesian } from '@lapor/wording/id';
import { QrCode } from '../../session/enrolment/qr-code.tsx';
import type { Letter } from './handing-over.graphql.ts';

/**
 * The letter itself. An official letter is in Indonesian, whatever language the officer reads the console in; it says
 * nothing of what was reported.
 */
export function HandOverLetter({ letter }: { letter: Letter }) {
  const { path, handOver, report } = letter;
  const { organisation, standIn, expiresAt } = handOver;
  const { head, government, timeZone } = organisation;
  const link = new URL(path, location.origin).href;
  const words: Words = indonesian;
  const day = (instant: string) => formatDayOf(words, instant, timeZone);
  const isRoot = government.id === organisation.id;
  return (
    <article className="paper" lang="id">
      <div className="letterhead">
        <p>
          <strong>SP4N-LAPOR!</strong>
        </p>
        <p>Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional</p>
      </div>
      <p>{day(new Date().toISOString())}</p>
      <p>
        Nomor laporan: {formatReportNumber(report.number)}
        <br />
        Hal: Penyerahan laporan masyarakat
      </p>
      <p>
        Yth. {head.title}
        {head.name && (
          <>
            <br />
            {head.name}
          </>
        )}
        <br />
        {organisation.name}
        {!isRoot && (
          <>
            <br />
            {government.name}
          </>
        )}
        {head.address && (
          <>
            <br />
            {head.address}
          </>
        )}
      </p>
      <p>
        Sebuah laporan masyarakat yang diterima pada {day(report.submittedAt)} menjadi kewenangan{' '}
        {organisation.name}. Karena belum ada petugas yang terhubung dengan SP4N-LAPOR!, laporan ini kami
        serahkan kepada Saudara. Sementara itu {standIn?.name ?? 'admin nasional'} menjawab sebagai pengganti.
      </p>
      {report.nextDueAt && (
        <p>
          {Date.parse(report.nextDueAt) > Date.now() ? 'Tenggat terdekat:' : 'Tenggat yang sudah lewat:'}{' '}
          <strong>{day(dayBefore(report.nextDueAt))}</strong>, akhir hari. Tenggat berjalan sama seperti untuk
          instansi yang sudah terhubung.
        </p>
      )}
      <p>
        Saudara dapat membaca dan menjawab laporan tanpa akun melalui tautan berikut, sampai{' '}
        {day(dayBefore(expiresAt))}:
      </p>
      <p className="letter-link">{link}</p>
      <QrCode text={link} label="Kode QR untuk tautan di atas" />
      <p>
        Tautan ini rahasia: siapa pun yang memilikinya dapat membaca dan menjawab laporan. Mohon tidak
        diteruskan selain kepada petugas yang Saudara tunjuk.
      </p>
      <p>
        Untuk menerima laporan secara langsung, mohon tunjuk seorang admin dan pejabat penghubung, lalu
        sampaikan kepada {standIn?.name ?? 'admin nasional SP4N-LAPOR!'}.
      </p>
    </article>
  );
}

/** An end is exclusive: people read the last day. */
const dayBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
