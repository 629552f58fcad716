def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
from itertools import *
L=list
print(L(islice(count(5,2),4)), count(3), count(1,2), count(2.5), L(islice(cycle('ab'),5)), L(repeat(1,3)), repeat('x'), repeat('x',2))
print(L(chain('ab',[1])), L(chain.from_iterable(['ab','c'])), L(compress('abcd',[1,0,1,1])), L(accumulate([1,2,3])), L(accumulate([1,2,3],lambda a,b:a*b,initial=10)), L(accumulate([])), L(accumulate([],initial=3)))
print(L(takewhile(lambda x:x<3,[1,2,3,1])), L(dropwhile(lambda x:x<3,[1,2,3,1])), L(filterfalse(None,[0,1,''])), L(starmap(pow,[(2,3),(3,2)])), L(zip_longest('ab',[1],fillvalue='-')), L(zip_longest()))
print(L(product('ab',[1,2])), L(product([1,2],repeat=2)), L(product()), L(product([],[1])), L(permutations('abc',2)), L(permutations(range(3))), L(permutations([1],2)), L(permutations([])))
print(L(combinations('abcd',2)), L(combinations([1],2)), L(combinations([],0)), L(combinations_with_replacement('abc',2)), L(combinations_with_replacement([],1)))
print([(k,L(g)) for k,g in groupby('aabbcaa')], [(k,L(g)) for k,g in groupby([1,3,2,4],lambda x:x%2)])
g=groupby('aab'); k,a=next(g); k2,b=next(g); print(L(a), L(b), k2)
a,b=tee([1,2,3]); print(next(a),L(b),L(a)); a,b,c=tee(iter('xy'),3); print(L(a),next(b)); d,e=tee(b); print(L(d),L(e),L(c)); t(lambda: tee([],-1)); print(tee([],0))
it=iter(range(10)); print(L(islice(it,2,8,3)), L(it)); it=iter(range(10)); print(L(islice(it,3)),next(it)); t(lambda: islice([],-1)); t(lambda: islice([],1,2,0)); t(lambda: islice([],'a')); print(L(islice('abc',None)), L(islice('abcdef',1,None,2)), L(islice('abc',0)))
t(lambda: count('a')); t(lambda: chain(1).__next__()); t(lambda: L(chain([1],2))); t(lambda: product(1)); t(lambda: combinations('a',-1)); t(lambda: permutations('a','b')); t(lambda: takewhile(1)); t(lambda: L(starmap(pow,[1])));t(lambda: L(accumulate(['a',1]))); t(lambda: repeat()); t(lambda: repeat(1,'a')); t(lambda: len(repeat(1)))
print(type(chain()), chain, tee)
print(L(product(range(3),'ab'))[::2], sum(1 for _ in permutations(range(6))), L(permutations(range(4),3))[5:12], sum(1 for _ in combinations(range(10),4)))
