import { z } from 'zod';
import type { Content, ToldFile } from '../door/index.ts';
import { LARGEST_FILE_BYTES } from './fetch-telegram-file.ts';
import { nameIn, type Telegram } from './telegram.ts';

const file = z.object({
  file_id: z.string().min(1).max(300),
  file_size: z.number().optional(),
  file_name: z.string().max(300).optional(),
});
const location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
/** A message, as far as it is read (Bot API, "Message"). */
export const message = z.object({
  message_id: z.int().optional(),
  chat: z.object({ id: z.int(), type: z.string() }),
  from: z.object({ is_bot: z.boolean().optional() }).optional(),
  text: z.string().max(4_096).optional(),
  caption: z.string().max(4_096).optional(),
  media_group_id: z.string().max(100).optional(),
  reply_to_message: z.object({ message_id: z.int() }).optional(),
  photo: z.array(file).max(20).optional(),
  document: file.optional(),
  voice: file.optional(),
  audio: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  location: location.optional(),
  venue: z
    .object({ location, title: z.string().max(300).optional(), address: z.string().max(300).optional() })
    .optional(),
});
type Message = z.infer<typeof message>;

/** An update, as far as it is read (Bot API, "Update"): what is no message that we know is let go, or it would come again for ever. */
export const update = z.object({
  update_id: z.int(),
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
});

/** The largest size of a photo, a document, or a recording; by the names that Telegram has for them. */
export function filesIn({ photo, document, voice, audio, video, video_note: note }: Message): ToldFile[] {
  const largest = photo?.toSorted((one, other) => (other.file_size ?? 0) - (one.file_size ?? 0))[0];
  const told = [
    { file: largest, name: 'foto-telegram.jpg' },
    { file: document, name: document?.file_name ?? 'berkas-telegram' },
    { file: voice, name: 'pesan-suara.ogg' },
    { file: audio, name: audio?.file_name ?? 'rekaman.mp3' },
    { file: video, name: video?.file_name ?? 'video.mp4' },
    { file: note, name: 'video.mp4' },
  ];
  return told.flatMap(({ file: one, name }): ToldFile[] => {
    if (!one) return [];
    return (one.file_size ?? 0) > LARGEST_FILE_BYTES
      ? [{ name, refused: 'TOO_LARGE' }]
      : [{ name, handle: one.file_id }];
  });
}

/** As those that we send are known. */
export function namesIn(
  { message_id: id, chat, reply_to_message: answered, media_group_id: album }: Message,
  isChange: boolean,
  telegram: Telegram,
): Content['names'] {
  const named = (number: number | undefined) =>
    number === undefined ? null : nameIn(telegram, chat.id, number);
  return {
    own: named(id),
    answers: named(answered?.message_id),
    changes: isChange ? named(id) : null,
    album: isChange ? null : (album ?? null),
  };
}

/** A place that was shared, or a venue. */
export function placeIn({ location: point, venue }: Message): Content['place'] {
  const shared = venue?.location ?? point;
  if (!shared) return null;
  return { point: shared, words: [venue?.title, venue?.address].filter(Boolean).join(', ') };
}
