import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { AnswerKindEnum, Organisation } from '../report/graphql-index.ts';
import type { AnswerKind } from '../report/index.ts';

@ObjectType({
  description: 'Words for an answer that stand ready, with placeholders for the facts of a report.',
})
export class AnswerTemplate {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Organisation, { description: 'Whose it is; it stands ready for all units below.' })
  organisation!: Organisation;

  @Field(() => Boolean, { description: 'Whether it stands ready for every agency; the national desk’s.' })
  isNational!: boolean;

  @Field(() => AnswerKindEnum, { description: 'For which kind of answer.' })
  kind!: AnswerKind;

  @Field(() => ID, {
    nullable: true,
    description: 'For which category and all below it; null for every one.',
  })
  categoryId!: string | null;

  @Field(() => String, { description: 'What officers choose it by.' })
  title!: string;

  @Field(() => String, { description: 'The words, with placeholders such as `{nomor}`.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was last written.' })
  savedAt!: Date;
}

@ObjectType({ description: 'A template with the facts of a report.' })
export class RenderedAnswer {
  @Field(() => AnswerTemplate, { description: 'The template.' })
  template!: AnswerTemplate;

  @Field(() => String, { description: 'The words; a placeholder without a value stays as it is written.' })
  text!: string;

  @Field(() => [String], { description: 'Placeholders for which the report has no value yet.' })
  missing!: string[];
}

@InputType({ description: 'A template, or another version of one.' })
export class SaveAnswerTemplateInput {
  @Field(() => ID, { nullable: true, description: 'The template to write anew; absent: a new one.' })
  templateId?: string | null;

  @Field(() => ID, { description: 'Whose it is.' })
  organisationId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it stands ready for every agency: the national desk, for the organisation of an own post. It stays what it is.',
  })
  isNational?: boolean | null;

  @Field(() => AnswerKindEnum, { description: 'For which kind of answer.' })
  kind!: AnswerKind;

  @Field(() => ID, { nullable: true, description: 'For which category and all below it; absent: every one.' })
  categoryId?: string | null;

  @Field(() => String, { description: 'What officers choose it by; 3 to 120 characters.' })
  title!: string;

  @Field(() => String, {
    description:
      'The words; 10 to 4,000 characters. Placeholders: {nomor} {judul} {kategori} {unit} {instansi} {tenggat} {nama_pelapor_publik}; any other is refused.',
  })
  text!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A template that is not used any more.' })
export class RetireAnswerTemplateInput {
  @Field(() => ID, { description: 'Whose it is.' })
  organisationId!: string;

  @Field(() => ID, { description: 'The template.' })
  templateId!: string;
}

@ObjectType({ description: 'The template as it stands now.' })
export class AnswerTemplateChanged {
  @Field(() => AnswerTemplate, { description: 'The template.' })
  template!: AnswerTemplate;
}

export const AnswerTemplateResult = createUnionType({
  name: 'AnswerTemplateResult',
  description: 'The template, or why it was not written.',
  types: () => [AnswerTemplateChanged, InvalidInput, NotFound] as const,
});
