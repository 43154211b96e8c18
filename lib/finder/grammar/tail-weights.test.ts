import { expect, it } from 'vitest';
import { Dictionary } from '../dictionary/dictionary';
import { COMPILED } from '../fixtures/index';
import { Reading } from './reading';
import { featureNames } from './tail-feature-names';
import { TailWeights } from './tail-weights';
import { visitTailStarts } from './tails';

const TEXT = `本报讯(记者 韩晖) 区委书记林知远到雪堰镇调研,察看了麦溪浜整治工程、3个重点项目和江苏云河智能科技有限公司。
2023年第十届龙城创意设计大赛在常州科教城举行。市领导参加的武进区新能源产业16个项目签约,其中“云河”产业基地(二期)开工。
常州工学院暨龙城实验室、市老龄办、雪堰镇太湖湾中心小学的老师参加。就加快建设好的大桥工程要求武进区水利局推进。`;

it('scores every reading of a name as the weights of its features’ names add up to', () => {
  const dictionary = new Dictionary(COMPILED);
  const named = new Map(dictionary.weights());
  const weights = new TailWeights(dictionary);
  const reading = new Reading(TEXT, dictionary);
  let seen = 0;
  visitTailStarts(reading, (features, word) => {
    const sum = featureNames(reading, features).reduce((total, name) => total + (named.get(name) ?? 0), 0);
    const row = weights.rowOf(word, () => reading.text(features.tail, features.end));
    const scored = weights.ofTail(features, row) + weights.ofInner(features, 0) + weights.ofStart(features, row);
    expect(scored).toBeCloseTo(sum, 6);
    seen++;
  });
  expect(seen).toBeGreaterThan(30);
});
