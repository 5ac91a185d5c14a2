/* Failure explorer: shows on the picture and in tables what was computed when the page was built. */
(function () {
  'use strict';
  var doc = document, source = doc.getElementById('explorer-data'), svg = doc.getElementById('failing');
  if (!source || !svg) return;
  var data = JSON.parse(source.textContent), WORDS = ['up', 'degraded', 'down'], LOOKS = ['ok', 'medium', 'critical'];
  var form = doc.getElementById('choose'), kinds = doc.getElementById('x-kind'), parts = doc.getElementById('x-part'), failures = doc.getElementById('x-failure');
  var said = doc.getElementById('x-say'), steps = doc.getElementById('x-steps'), result = doc.getElementById('x-result');
  var from = doc.getElementById('x-side'), chosen = null, at = 0, timer = 0, side = '';
  function $(css, within) { return within.querySelector(css); }
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
    n.tip.textContent = n.name + (text ? ', ' + text : '');
  }
  function plain() {
    Object.keys(nodes).forEach(function (id) { show(id, 'none', ''); nodes[id].at.classList.remove('self'); });
    edges.forEach(function (e) { e.classList.remove('spread', 'may', 'lost'); if (e.plain) $('title', e).textContent = e.plain; });
  }
  function edge(from, to, classes, text) {
    data.edges.forEach(function (e, i) {
      var at = edges[i], tip = at && $('title', at);
      if (!at || e[0] !== from || e[1] !== to) return;
      classes.forEach(function (c) { at.classList.add(c); });
      if (!tip) return;
      at.plain = at.plain || tip.textContent;
      tip.textContent = at.plain + ', ' + text;
    });
  }

  /* Steps: from what fails, one link at a time, to all that it reaches; then what is left after automatic recovery. A part is
     [id, step, during, settled, facts], a hop [from, to, step, during, settled]. */
  function spread(f) { return f.spread.filter(function (s) { return s[0] === side; })[0] || f.spread[0] || ['', [], []]; }
  function sides(f) { return f.spread.map(function (s) { return s[0]; }); }
  function last(f) { return spread(f)[1].concat(spread(f)[2].map(function (h) { return [0, h[2]]; })).reduce(function (most, p) { return Math.max(most, p[1]); }, 0) + 1; }
  function draw(f) {
    var end = at === last(f), moment = end ? 3 : 2, s = spread(f);
    plain();
    s[2].forEach(function (h) {
      var range = h[end ? 4 : 3];
      if (h[2] > at || range[1] === 0) return;
      edge(h[0], h[1], range[0] === 0 ? ['spread', 'may'] : ['spread'], 'makes its caller ' + words(range));
    });
    var told = {};
    s[1].forEach(function (p) {
      told[p[0]] = true;
      if (p[1] <= at) show(p[0], look(p[moment]), words(p[moment]));
    });
    f.hit.forEach(function (id) {
      if (!told[id]) { if (f.silent.indexOf(id) < 0) show(id, 'ok', 'up'); else show(id, 'info', 'hit'); }
      if (nodes[id]) nodes[id].at.classList.add('self');
    });
    if (f.cut.length) edge(f.cut[0], f.cut[1], ['lost'], 'fails');
  }
  function state(p, moment) {
    return title(p[0]) + ' is ' + words(p[moment]) + (p[4].length && p[moment][0] !== p[moment][1] ? ', which hangs on ' + facts(p[4]) : '');
  }
  function facts(indexes) { return indexes.map(function (i) { return (chosen.facts || data.facts)[i]; }).join(', '); }
  function here(f) { return f.journeys.filter(function (j) { return j[1] === spread(f)[0]; }); }
  function sentence(f) {
    var end = at === last(f), head = (end ? 'Last step' : 'Step ' + (at + 1) + ' of ' + (last(f) + 1)) + ': ', s = spread(f);
    if (end) {
      var left = here(f).filter(function (j) { return j[3][1] > 0; });
      return head + 'after automatic recovery ' + (left.length ? left.map(function (j) { return named(j) + ' is ' + words(j[3]); }).join('; ') + '.' : 'no journey is affected.');
    }
    var now = s[1].filter(function (p) { return p[1] === at; }), text = at === 0 ? f.title + '.' : '';
    var whole = at === 0 && f.hit.filter(function (id) { return !s[1].some(function (p) { return p[0] === id; }); });
    if (now.length) text += ' ' + now.map(function (p) { return state(p, 2); }).join('; ') + '.';
    if (whole && whole.length) text += ' Hit and still up: ' + list(whole) + '.';
    var begun = here(f).filter(function (j) { return j[4].length && now.some(function (p) { return p[0] === j[4][0]; }); });
    if (begun.length) text += ' So ' + begun.map(function (j) { return named(j) + ' is ' + words(j[2]); }).join('; ') + '.';
    if (at === 0 && !s[1].length) text += ' It reaches no component.';
    var hidden = now.filter(function (p) { return !nodes[p[0]]; }).length;
    return head + text.trim() + (hidden ? ' ' + hidden + ' of them not in the picture.' : '');
  }

  function mark(kind, text) { return el('span', { class: 'mark ' + kind, text: text }); }
  function cell(label, content) {
    var box = el('div');
    if (typeof content === 'string') box.textContent = content || 'none'; else box.appendChild(content);
    return el('td', { 'data-label': label }, [box]);
  }
  /* A last column in which nothing stands is left out. */
  function table(id, name, heads, rows) {
    if (rows.every(function (r) { return r[heads.length - 1] === ''; })) heads = heads.slice(0, -1);
    rows = rows.map(function (r) { return r.slice(0, heads.length); });
    var body = el('tbody', {}, rows.map(function (r) {
      return el('tr', {}, [el('th', { scope: 'row', 'data-label': heads[0] }, [el('div', { text: r[0] })])].concat(r.slice(1).map(function (c, i) { return cell(heads[i + 1], c); })));
    }));
    var head = el('thead', {}, [el('tr', {}, heads.map(function (h) { return el('th', { scope: 'col', text: h }); }))]);
    var box = el('div', { class: 'tablebox' + (rows.length > 12 ? ' tall' : '') }, [el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name },
      [el('table', { class: 'cards', id: id }, [el('caption', { text: name }), head, body])])]);
    if (rows.length > 6) box.dataset.tools = '0';
    result.appendChild(box);
    box.dispatchEvent(new CustomEvent('tablemade', { bubbles: true }));
  }
  function tables(f) {
    result.textContent = '';
    result.appendChild(el('dl', { class: 'strip' }, [['Recovery', f.recovery + (f.how ? ' (' + f.how + ')' : '')], ['Longest part', f.longest || 'not known'], ['Manner', f.manner]].map(function (p) {
      return el('div', {}, [el('dt', { text: p[0] }), el('dd', { text: p[1] })]);
    })));
    var hit = f.journeys.filter(function (j) { return j[2][1] > 0; });
    if (hit.length) table('x-journeys', 'Journeys that it touches', ['Journey', 'During', 'After recovery', 'Path', 'Decided by'], hit.map(function (j) {
      return [named(j), mark(look(j[2]), words(j[2])), mark(look(j[3]), words(j[3])), j[4].map(title).join(' → '), facts(j[5])];
    }));
    else result.appendChild(el('p', { text: 'No journey is affected.' }));
    var s = spread(f);
    if (s[1].length) table('x-components', 'Components that it reaches' + (s[0] ? ', seen from ' + s[0] : ''), ['Component', 'Step', 'During', 'After recovery', 'Decided by'], s[1].map(function (p) {
      return [title(p[0]), '' + (p[1] + 1), mark(look(p[2]), words(p[2])), mark(look(p[3]), words(p[3])), facts(p[4])];
    }));
    if (f.data.length) table('x-data', 'Data at risk', ['Data', 'What happens', 'At worst also', 'Loss'], f.data.map(function (d) {
      return [d[0] + (d[1] ? ' (from ' + d[1] + ')' : ''), d[2], d[3], d[4]];
    }));
    result.appendChild(el('p', {}, [el('a', { class: 'button', href: f.page, text: 'Why, and what helps' }), doc.createTextNode(' '), el('a', { class: 'button', href: f.runbook, text: 'Runbook' })]));
  }

  /* Buttons. Playing is moving, so it is not offered to who prefers none. */
  var still = window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)');
  function button(text, f) { return el('button', { type: 'button', class: 'button', text: text, onclick: f }); }
  var first = button('First', function () { stop(); go(0); }), back = button('Back', function () { stop(); go(at - 1); }), next = button('Next', function () { stop(); go(at + 1); });
  var play = button('Play', function () {
    if (timer) { stop(); return; }
    play.textContent = 'Stop';
    go(at >= last(chosen) ? 0 : at);
    timer = setInterval(function () { if (at >= last(chosen)) stop(); else go(at + 1); }, 1600);
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
    [[first, at === 0], [back, at === 0], [next, at === last(f)]].forEach(function (b) { b[0].setAttribute('aria-disabled', b[1] ? 'true' : 'false'); });
    if (speak) said.textContent = sentence(f);
  }
  function address() {
    return 'fail=' + encodeURIComponent(chosen.id) + (side === sides(chosen)[0] ? '' : '&from=' + encodeURIComponent(side))
      + (at === last(chosen) - 1 ? '' : '&step=' + (at + 1));
  }
  function go(step) {
    at = Math.max(0, Math.min(last(chosen), step));
    location.replace('#' + address());
    render(true);
  }
  /* Of a large system only what a failure is chosen by stands in the page; what it does is fetched when it is chosen. */
  function fetched(f, then) {
    var script = doc.createElement('script');
    script.src = 'states-' + f.piece + '.js';
    said.textContent = f.title + '. Loading.';
    script.onerror = function () { said.textContent = f.title + ': its states could not be loaded. The tables of scenarios have them too.'; };
    script.onload = function () {
      var states = window.quorateStates[f.piece];
      data.failures.forEach(function (x) {
        if (x.piece !== f.piece) return;
        var state = states.failures[x.place];
        Object.keys(state).forEach(function (k) { x[k] = state[k]; });
        x.facts = states.facts;
      });
      then();
    };
    doc.head.appendChild(script);
  }
  var asked = null;
  function choose(f, step, seen) {
    asked = f;
    if (!f.spread) { fetched(f, function () { if (asked === f) choose(f, step, seen); }); return; }
    stop();
    chosen = f;
    side = sides(f).indexOf(seen) < 0 ? sides(f)[0] || '' : seen;
    at = step === undefined ? last(f) - 1 : Math.max(0, Math.min(last(f), step));
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
    fill(from, (chosen ? sides(chosen) : []).map(function (s) { return option(s, s); }));
    from.value = side;
    from.hidden = from.labels[0].hidden = from.options.length < 2;
  }
  function firstOf(p) { return matching().filter(function (f) { return part(f) === p; })[0]; }
  fill(kinds, [option('', 'All kinds')].concat(distinct(data.failures.map(function (f) { return f.kind; })).sort().map(function (k) { return option(k, k); })));
  kinds.addEventListener('change', function () {
    var found = matching();
    if (chosen && found.indexOf(chosen) < 0) choose(firstOf(part(chosen)) || found[0]); else offer();
  });
  parts.addEventListener('change', function () { var f = firstOf(parts.value); if (f) choose(f); });
  failures.addEventListener('change', function () { choose(data.failures.filter(function (f) { return f.id === failures.value; })[0]); });
  from.addEventListener('change', function () { choose(chosen, undefined, from.value); });
  form.addEventListener('submit', function (e) { e.preventDefault(); });
  form.hidden = false;

  /* A part of the picture, the enlarged copy included, chooses its worst failure; with a key held it opens as a link. */
  doc.addEventListener('click', function (e) {
    var a = e.target.closest && e.target.closest('.picture a.node, .picture a.edge, .picture a.place');
    if (!a || e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    var picture = a.closest('.picture'), kind = a.matches('.node') ? 'node' : a.matches('.edge') ? 'edge' : 'place';
    var i = Array.prototype.indexOf.call(picture.querySelectorAll('.' + kind), a), id = { node: data.nodes, edge: data.edges, place: data.groups }[kind][i];
    var f = id && data.failures.filter(function (x) { return kind === 'edge' ? x.cut[0] === id[0] && x.cut[1] === id[1] : x.of === id; })[0];
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
    choose(f, /^\d+$/.test(step || '') ? step - 1 : undefined, asked.get('from'));
  }
  plain();
  offer();
  window.addEventListener('hashchange', read);
  read();
})();
