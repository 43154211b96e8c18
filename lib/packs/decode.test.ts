import { describe, expect, it } from 'vitest';
import { decodeText } from './decode';

const TEXT = 'type,name\r\nofficial,陈金虎';
const GB18030 = [0x74, 0x79, 0x70, 0x65, 0x2c, 0x6e, 0x61, 0x6d, 0x65, 0x0d, 0x0a, 0xb3, 0xc2, 0xbd, 0xf0, 0xbb, 0xa2];
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(bytes.buffer);
};

describe('the text of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 as Excel writes it', utf16(`\uFEFF${TEXT}`, true), 'utf-16le'],
    ['UTF-16, the other way round', utf16(`\uFEFF${TEXT}`, false), 'utf-16be'],
    ['UTF-16 without a mark', utf16(TEXT, true), 'utf-16le'],
  ] as const)('is known in %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding });
  });

  it('is known in GB18030', () => {
    expect(decodeText(new Uint8Array(GB18030))).toEqual({ text: 'type,name\r\n陈金虎', encoding: 'gb18030' });
  });

  it('is not made up where it is none', () => {
    expect(decodeText(new Uint8Array([0xff, 0xff, 0xff, 0x80, 0x80]))).toBeNull();
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x00]))).toBeNull();
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toBeNull();
  });

  it('of nothing is nothing', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
