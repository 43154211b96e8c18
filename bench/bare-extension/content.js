chrome.runtime.sendMessage({}).then(() => CSS.highlights.set('longcheng-official', new Highlight()));
addEventListener('bench-ask', () => chrome.runtime.sendMessage({}).then(() => dispatchEvent(new Event('bench-answer'))));
