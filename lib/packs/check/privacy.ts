import type { Finding, Lookup } from './finding';

const PRIVATE = /出生|生于|籍贯|身份证|手机|家庭|妻子|丈夫|配偶|子女|住址|(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Public posts only: words that announce a birth date, a family, an address or a number to call. */
export function checkPrivacy({ pack }: Lookup): Finding[] {
  return pack.persons.flatMap((person) => {
    const texts: [Finding['path'], string | undefined][] = [
      [['note'], person.note],
      [['disambiguation'], person.disambiguation],
      ...person.other_names.map((name, i): [Finding['path'], string | undefined] => [['other_names', i, 'note'], name.note]),
    ];
    return texts.flatMap(([path, text]): Finding[] => {
      const word = text?.match(PRIVATE)?.[0];
      return word
        ? [
            {
              severity: 'error',
              rule: 'private',
              id: person.id,
              path,
              message: `${word}: nothing private belongs in the index`,
              values: [word],
            },
          ]
        : [];
    });
  });
}
