import { expect, it } from 'vitest';
import { parseLabelled } from '../../bench/eval/labelled';
import { Dictionary } from '../../lib/finder/dictionary/dictionary';
import { unpackSequenceWeights } from '../../lib/finder/dictionary/sequence-weights';
import { COMPILED } from '../../lib/finder/fixtures/index';
import { Reading } from '../../lib/finder/grammar/reading';
import { sequenceFeatures } from '../../lib/finder/grammar/sequence-features';
import { SequenceModel } from '../../lib/finder/grammar/sequence-model';
import { learnSequence, lessonOf } from './sequence';

const dictionary = new Dictionary(COMPILED);
const lesson = (marked: string) => {
  const text = parseLabelled('t', `date: 2023-10-28\nscope: 常州市\npart: learn\ntitle: 题\n---\n${marked}`);
  const reading = new Reading(text.text, dictionary);
  return { reading, features: sequenceFeatures(reading, []), lesson: lessonOf(text, reading, sequenceFeatures(reading, [])) };
};

it('learns what the labels say, and packs it so that the finder reads the same', () => {
  const told = [
    '【G:云河光电】投产。',
    '他到【G:云河光电】看望。',
    '【P:云河扩产】开工。',
    '为【P:云河扩产】奠基。',
    '天气很好。',
    '他到家看望。',
  ];
  const lessons = told.flatMap((marked) => Array.from({ length: 3 }, () => lesson(marked).lesson));
  const model = new SequenceModel(unpackSequenceWeights(learnSequence(lessons)));
  const named = (text: string) => {
    const { reading, features } = lesson(text);
    return model
      .read(features)
      .likely()
      .map(({ start, end, type }) => [reading.text(start, end), type]);
  };
  expect(named('他到云河光电看望。')).toEqual([['云河光电', 'organization']]);
  expect(named('为云河扩产奠基。')).toEqual([['云河扩产', 'project']]);
  expect(named('天气很好。')).toEqual([]);
});
