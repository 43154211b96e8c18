// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ReadingTime, watchReadingTime } from './reading-time';

const onRead = vi.fn();
let hidden = false;
let stop: AbortController;
let reading: ReadingTime;

beforeEach(() => {
  vi.useFakeTimers();
  onRead.mockReset();
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  stop = new AbortController();
  reading = watchReadingTime({ document, signal: stop.signal, wait: 5000, onRead });
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const show = (is: boolean) => {
  hidden = !is;
  document.dispatchEvent(new Event('visibilitychange'));
};

it('counts the time a page is in view, whatever comes between', () => {
  reading.at('a');
  vi.advanceTimersByTime(3000);
  show(false);
  vi.advanceTimersByTime(60_000);
  expect(onRead).not.toHaveBeenCalled();
  show(true);
  vi.advanceTimersByTime(1999);
  expect(onRead).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onRead).toHaveBeenCalledOnce();
});

it('calls once for a page, however often it is annotated, and begins anew for another', () => {
  reading.at('a');
  vi.advanceTimersByTime(4000);
  reading.at('a');
  vi.advanceTimersByTime(60_000);
  reading.at('a');
  vi.advanceTimersByTime(60_000);
  expect(onRead).toHaveBeenCalledTimes(1);
  reading.at('b');
  vi.advanceTimersByTime(3000);
  reading.at('c');
  vi.advanceTimersByTime(4999);
  expect(onRead).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(onRead).toHaveBeenCalledTimes(2);
});

it('begins in a hidden tab only when that is shown, and not at all once stopped', () => {
  show(false);
  reading.at('a');
  vi.advanceTimersByTime(60_000);
  expect(onRead).not.toHaveBeenCalled();
  show(true);
  stop.abort();
  vi.advanceTimersByTime(60_000);
  expect(onRead).not.toHaveBeenCalled();
});
