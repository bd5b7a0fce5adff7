import type { FileKind } from '@lapor/files';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AttachmentKindEnum, ScanStateEnum } from './enums.ts';
import type { ScanState } from './vocabulary.ts';

@ObjectType({
  description:
    'A file that came with a report. Photos are published with it; documents, videos and sounds are sealed evidence.',
})
export class Attachment {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Name for saving it.' })
  fileName!: string;

  @Field(() => AttachmentKindEnum, { description: 'What it is.' })
  kind!: FileKind;

  @Field(() => String, { description: 'Media type by content, such as `image/jpeg`.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;

  @Field(() => Int, { nullable: true, description: 'Width of a picture in pixels.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Height of a picture in pixels.' })
  height!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Length of a video or a sound in seconds, as far as the file tells.',
  })
  seconds!: number | null;

  @Field(() => ScanStateEnum, {
    nullable: true,
    description: 'Whether a scanner looked into it; for officers who read the report as a party.',
  })
  scanState!: ScanState | null;

  @Field(() => Boolean, {
    description:
      'Whether a scanner found something harmful in it after it was kept: nobody can open it any more. The public is not shown such a file.',
  })
  isSealedAway!: boolean;

  @Field(() => String, {
    description:
      'Path of the file on this origin; works for an hour or two, then ask again. Opens nothing of a file that is sealed away.',
  })
  url!: string;

  @Field(() => String, { nullable: true, description: 'Path of a small version of a picture.' })
  thumbnailUrl!: string | null;
}
