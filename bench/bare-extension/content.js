chrome.runtime.sendMessage({}).then(() => CSS.highlights.set('longcheng-official', new Highlight()));
