import { z } from 'zod';
import type { Content, ToldFile } from '../door/index.ts';

const media = z.object({
  id: z.string().regex(/^\d{5,30}$/),
  caption: z.string().max(4_096).optional(),
  filename: z.string().max(300).optional(),
});

/** A message, as far as it is read (Cloud API, "Webhooks": `messages`). */
export const message = z.object({
  id: z.string().min(1).max(200),
  from: z.string().min(1).max(40),
  /** Of what it answers. */
  context: z.object({ id: z.string().max(200).optional() }).optional(),
  text: z.object({ body: z.string().max(8_000) }).optional(),
  image: media.optional(),
  document: media.optional(),
  audio: media.optional(),
  video: media.optional(),
  location: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: z.string().max(300).optional(),
      address: z.string().max(300).optional(),
    })
    .optional(),
});
export type Message = z.infer<typeof message>;

/** What it says, or stands below its file. */
export const textIn = ({ text, document, image, video }: Message): string =>
  text?.body ?? (document ?? image ?? video)?.caption ?? '';

/** Its file by the name that the API has for it: that can be asked for days, where the file lies for minutes. */
export function filesIn({ image, document, audio, video }: Message): ToldFile[] {
  const told = [
    { file: image, name: 'foto-whatsapp.jpg' },
    { file: document, name: document?.filename ?? 'berkas-whatsapp' },
    { file: audio, name: 'pesan-suara.ogg' },
    { file: video, name: 'video.mp4' },
  ];
  return told.flatMap(({ file, name }) => (file ? [{ name, handle: file.id }] : []));
}

/** A place that was shared, with what it is called there. */
export function placeIn({ location }: Message): Content['place'] {
  if (!location) return null;
  const { latitude, longitude, name, address } = location;
  return { point: { latitude, longitude }, words: [name, address].filter(Boolean).join(', ') };
}
