/* Failure explorer: shows on the picture and in tables what was computed when the page was built. */
(function () {
  'use strict';
  var doc = document, source = doc.getElementById('explorer-data'), svg = doc.getElementById('failing');
  if (!source || !svg) return;
  var data = JSON.parse(source.textContent), WORDS = ['up', 'degraded', 'down'], LOOKS = ['ok', 'medium', 'critical'];
  var form = doc.getElementById('choose'), kinds = doc.getElementById('x-kind'), parts = doc.getElementById('x-part'), failures = doc.getElementById('x-failure');
  var said = doc.getElementById('x-say'), steps = doc.getElementById('x-steps'), result = doc.getElementById('x-result');
  var chosen = null, at = 0, timer = 0;
  function el(tag, props, kids) {
    var e = doc.createElement(tag);
    Object.keys(props || {}).forEach(function (k) { if (k === 'text') e.textContent = props[k]; else if (k.slice(0, 2) === 'on') e.addEventListener(k.slice(2), props[k]); else e.setAttribute(k, props[k]); });
    (kids || []).forEach(function (k) { e.appendChild(k); });
    return e;
  }
  function distinct(list) { return list.filter(function (v, i) { return list.indexOf(v) === i; }); }
  function title(id) { return data.titles[id] || id; }
  function list(ids) { var t = ids.map(title); return t.length < 2 ? t.join('') : t.slice(0, -1).join(', ') + ' and ' + t[t.length - 1]; }
  function words(range) { return range[0] === range[1] ? WORDS[range[0]] : WORDS[range[0]] + ' to ' + WORDS[range[1]]; }
  function look(range) { return range[0] === range[1] ? LOOKS[range[0]] : 'unknown'; }
  function named(journey) { return journey[0] + (journey[1] ? ' (from ' + journey[1] + ')' : ''); }

  /* The picture: one mark for each node, drawn where the page has put it. */
  var SHAPES = { critical: 'M-2 -5L2 -5L5 -2L5 2L2 5L-2 5L-5 2L-5 -2Z', medium: 'M0 -5L5.5 4.5L-5.5 4.5Z', ok: 'M-5 0L-3 -2L-1 .5L4 -5L5.5 -3.5L-1 4Z' };
  var nodes = {}, edges = Array.prototype.slice.call(svg.querySelectorAll('.edge'));
  Array.prototype.forEach.call(svg.querySelectorAll('.node'), function (node, i) {
    var mark = node.querySelector('.k'), id = data.nodes[i];
    if (!id || !mark) return;
    var word = mark.querySelector('.k-word'), y = +word.getAttribute('y'), box = node.querySelector('.shape').getBBox();
    nodes[id] = { at: node, mark: mark, word: word, shape: mark.querySelector('.k-shape'), tip: node.querySelector('title'), name: node.querySelector('title').textContent, x: box.x + box.width / 2, y: y };
  });
  function show(id, kind, text) {
    var n = nodes[id];
    if (!n) return;
    n.mark.setAttribute('class', 'k ' + kind);
    n.word.textContent = text;
    n.shape.setAttribute('d', text ? SHAPES[kind] || 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z' : '');
    var left = n.x - (n.word.getComputedTextLength() + 14) / 2;
    n.word.setAttribute('x', left + 14);
    n.shape.setAttribute('transform', 'translate(' + (left + 5) + ' ' + (n.y - 4) + ')');
    n.at.classList.toggle('self', kind === 'critical' && text === 'hit');
    n.tip.textContent = n.name + (text ? ', ' + text : '');
  }
  function edge(from, to, name) {
    data.edges.forEach(function (e, i) { if (e[0] === from && e[1] === to && edges[i]) edges[i].classList.add(name); });
  }

  /* Steps: the worst case travels from what fails, the end of a path, to where the journey begins; then automatic recovery. */
  function moment(f) { return at < f.last ? 2 : 3; }
  function struck(f) {
    return f.journeys.filter(function (j) { return j[moment(f)][1] > 0 && j[4].length; });
  }
  function prepare() {
    data.failures.forEach(function (f) {
      f.last = f.journeys.reduce(function (most, j) { return Math.max(most, j[2][1] > 0 ? j[4].length : 1); }, 1);
    });
  }
  function draw(f) {
    var settled = at === f.last, seen = {}, entries = {};
    Object.keys(nodes).forEach(function (id) { show(id, 'none', ''); });
    edges.forEach(function (e) { e.classList.remove('spread', 'lost'); });
    struck(f).forEach(function (j) {
      var path = j[4], range = j[moment(f)];
      path.slice().reverse().forEach(function (id, k) {
        if (!settled && k > at) return;
        seen[id] = true;
        if (k > 0) edge(id, path[path.length - k], 'spread');
        if (k === path.length - 1) entries[id] = entries[id] ? [Math.max(entries[id][0], range[0]), Math.max(entries[id][1], range[1])] : range;
      });
    });
    Object.keys(seen).forEach(function (id) { show(id, 'info', 'reached'); });
    Object.keys(entries).forEach(function (id) { show(id, look(entries[id]), entries[id][0] === entries[id][1] ? WORDS[entries[id][0]] : WORDS[entries[id][1]] + '?'); });
    f.hit.forEach(function (id) { if (!entries[id] || !settled) show(id, 'critical', 'hit'); });
    if (f.cut.length) edge(f.cut[0], f.cut[1], 'lost');
  }
  function sentence(f) {
    var head = (at < f.last ? 'Step ' + (at + 1) + ' of ' + (f.last + 1) : 'Last step') + ': ', found = struck(f);
    if (at === f.last) {
      return head + (found.length ? 'after automatic recovery ' + found.map(function (j) { return named(j) + ' is ' + words(j[3]); }).join('; ') + '.' : 'after automatic recovery no journey is affected.');
    }
    var reached = distinct([].concat.apply([], found.map(function (j) { var p = j[4], k = p.length - 1 - at; return k >= 0 && at > 0 ? [p[k]] : []; })));
    var begun = found.filter(function (j) { return j[4].length - 1 === at; }).map(function (j) { return named(j) + ' is ' + words(j[2]); });
    var hidden = f.hit.filter(function (id) { return !nodes[id]; }).length, text = '';
    if (at === 0) text = f.title + '.' + (f.hit.length ? ' Hit: ' + list(f.hit) + '.' : '') + (hidden ? ' ' + hidden + ' of them not in the picture.' : '');
    else if (reached.length) text = 'It reaches ' + list(reached) + '.';
    if (begun.length) text += ' ' + begun.join('; ') + '.';
    if (at === 0 && !found.length) text += ' No journey is affected.';
    return head + text;
  }

  function mark(kind, text) { return el('span', { class: 'mark ' + kind, text: text }); }
  function cell(label, content) {
    var box = el('div');
    if (typeof content === 'string') box.textContent = content || 'none'; else box.appendChild(content);
    return el('td', { 'data-label': label }, [box]);
  }
  function table(name, heads, rows) {
    var body = el('tbody', {}, rows.map(function (r) {
      return el('tr', {}, [el('th', { scope: 'row', 'data-label': heads[0] }, [el('div', { text: r[0] })])].concat(r.slice(1).map(function (c, i) { return cell(heads[i + 1], c); })));
    }));
    var head = el('thead', {}, [el('tr', {}, heads.map(function (h) { return el('th', { scope: 'col', text: h }); }))]);
    return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name }, [el('table', { class: 'cards' }, [el('caption', { text: name }), head, body])]);
  }
  function tables(f) {
    result.textContent = '';
    result.appendChild(el('dl', { class: 'strip' }, [['Recovery', f.recovery + (f.how ? ' (' + f.how + ')' : '')], ['Longest part', f.longest || 'not known'], ['Manner', f.manner]].map(function (p) {
      return el('div', {}, [el('dt', { text: p[0] }), el('dd', { text: p[1] })]);
    })));
    var hit = f.journeys.filter(function (j) { return j[2][1] > 0; });
    if (hit.length) result.appendChild(table('Journeys that it touches', ['Journey', 'During', 'After recovery', 'Path'], hit.map(function (j) {
      return [named(j), mark(look(j[2]), words(j[2])), mark(look(j[3]), words(j[3])), j[4].map(title).join(' → ')];
    })));
    else result.appendChild(el('p', { text: 'No journey is affected.' }));
    if (f.data.length) result.appendChild(table('Data at risk', ['Data', 'What happens', 'At worst also', 'Loss'], f.data.map(function (d) {
      return [d[0] + (d[1] ? ' (from ' + d[1] + ')' : ''), d[2], d[3], d[4]];
    })));
    result.appendChild(el('p', {}, [el('a', { class: 'button', href: f.page, text: 'Why, and what helps' }), doc.createTextNode(' '), el('a', { class: 'button', href: f.runbook, text: 'Runbook' })]));
  }

  /* Buttons. Playing is moving, so it is not offered to who prefers none. */
  var still = window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)');
  function button(text, f) { return el('button', { type: 'button', class: 'button', text: text, onclick: f }); }
  var first = button('First', function () { stop(); go(0); }), back = button('Back', function () { stop(); go(at - 1); }), next = button('Next', function () { stop(); go(at + 1); });
  var play = button('Play', function () {
    if (timer) { stop(); return; }
    play.textContent = 'Stop';
    go(at >= chosen.last ? 0 : at);
    timer = setInterval(function () { if (at >= chosen.last) stop(); else go(at + 1); }, 1600);
  });
  function stop() { clearInterval(timer); timer = 0; play.textContent = 'Play'; }
  [first, back, next, play].forEach(function (b) { steps.appendChild(b); });
  function motion() { play.hidden = !!(still && still.matches); if (play.hidden) stop(); }
  motion();
  if (still && still.addEventListener) still.addEventListener('change', motion);

  function render(speak) {
    var f = chosen;
    steps.hidden = !f;
    if (!f) return;
    draw(f);
    /* A button that has the focus is not disabled under it. */
    [[first, at === 0], [back, at === 0], [next, at === f.last]].forEach(function (b) { b[0].setAttribute('aria-disabled', b[1] ? 'true' : 'false'); });
    if (speak) said.textContent = sentence(f);
  }
  function address() { return 'fail=' + encodeURIComponent(chosen.id) + (at === chosen.last - 1 ? '' : '&step=' + (at + 1)); }
  function go(step) {
    at = Math.max(0, Math.min(chosen.last, step));
    location.replace('#' + address());
    render(true);
  }
  function choose(f, step) {
    stop();
    chosen = f;
    at = step === undefined ? f.last - 1 : Math.max(0, Math.min(f.last, step));
    offer();
    tables(f);
    render(false);
    said.textContent = step === undefined ? f.title + '. ' + summary(f) : sentence(f);
    if (location.hash.slice(1) !== address()) location.hash = address();
  }
  function summary(f) {
    var hit = f.journeys.filter(function (j) { return j[2][1] > 0; });
    return hit.length ? hit.map(function (j) { return named(j) + ' is ' + words(j[2]); }).join('; ') + '. Recovery: ' + f.recovery + '.' : 'No journey is affected. Recovery: ' + f.recovery + '.';
  }

  /* Choosers: kind of failure narrows the parts, the part its failures. */
  function part(f) { return f.type + '/' + f.part; }
  function option(value, text) { return el('option', { value: value, text: text }); }
  function matching() { return data.failures.filter(function (f) { return !kinds.value || f.kind === kinds.value; }); }
  function fill(select, options) { select.textContent = ''; options.forEach(function (o) { select.appendChild(o); }); }
  function offer() {
    if (chosen && kinds.value && chosen.kind !== kinds.value) kinds.value = '';
    var all = matching(), types = distinct(all.map(function (f) { return f.type; })).sort();
    fill(parts, [option('', 'Choose')].concat(types.map(function (t) {
      return el('optgroup', { label: t }, distinct(all.filter(function (f) { return f.type === t; }).map(part)).sort().map(function (p) { return option(p, p.slice(t.length + 1)); }));
    })));
    parts.value = chosen ? part(chosen) : '';
    var of = all.filter(function (f) { return chosen && part(f) === part(chosen); });
    fill(failures, of.map(function (f) { return option(f.id, f.title); }));
    failures.disabled = !of.length;
    if (chosen) failures.value = chosen.id;
  }
  function firstOf(p) { return matching().filter(function (f) { return part(f) === p; })[0]; }
  fill(kinds, [option('', 'All kinds')].concat(distinct(data.failures.map(function (f) { return f.kind; })).sort().map(function (k) { return option(k, k); })));
  kinds.addEventListener('change', function () {
    var found = matching();
    if (chosen && found.indexOf(chosen) < 0) choose(firstOf(part(chosen)) || found[0]); else offer();
  });
  parts.addEventListener('change', function () { var f = firstOf(parts.value); if (f) choose(f); });
  failures.addEventListener('change', function () { choose(data.failures.filter(function (f) { return f.id === failures.value; })[0]); });
  form.addEventListener('submit', function (e) { e.preventDefault(); });
  form.hidden = false;

  /* A part of the picture, the enlarged copy included, chooses its worst failure; with a key held it opens as a link. */
  doc.addEventListener('click', function (e) {
    var a = e.target.closest && e.target.closest('.picture a.node, .picture a.edge');
    if (!a || e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    var picture = a.closest('.picture'), node = a.matches('.node');
    var i = Array.prototype.indexOf.call(picture.querySelectorAll(node ? '.node' : '.edge'), a), id = node ? data.nodes[i] : data.edges[i];
    var f = id && data.failures.filter(function (x) { return node ? x.of === id : x.cut[0] === id[0] && x.cut[1] === id[1]; })[0];
    if (!f) return;
    e.preventDefault();
    if (picture.closest('dialog')) picture.closest('dialog').close();
    kinds.value = '';
    choose(f);
  });

  function read() {
    var asked = new URLSearchParams(location.hash.slice(1)), step = asked.get('step');
    var f = data.failures.filter(function (x) { return x.id === asked.get('fail'); })[0];
    if (!f || chosen && location.hash.slice(1) === address()) return;
    choose(f, /^\d+$/.test(step || '') ? step - 1 : undefined);
  }
  prepare();
  offer();
  window.addEventListener('hashchange', read);
  read();
})();
