/** Stems most common in messages of a city and of a region: how rare as one digit of base 36, then the hash. Printed by training/count-tokens.ts. */
const printed =
  '817u8pq5 81ai13ee 8pzqclb 810lnw4r 84z2t8 91dtlbo 91fotisk 9vvlcp2 91i32nnq 96uwyyo 91do498l ' +
  '91yh3t5d aren2rx au1sgps a1sicbyb a12ajrap anzcvvg aism7pg a2gubhs awbla81 a1l1grtc a1mq7dh3 ' +
  'a20n38f a13p2ja1 a1ir6unc acpkev9 awn1c2z a1kykb1l b7eg5o8 b11wdu3f b1dmd53p bz9rlrq bjy92wc ' +
  'b720vum b1umy2s1 bhtspkv b1uag9xp b7logdp b1wuydkk b11fy31y b9krf14 b8hf385 bj9zfc0 b17yixa8 ' +
  'b1jjnm4 b79ym9f b1wsz01p b2hfleu b1t7drdf blsq47n cu1w8wx c1lc5z1y c10u2oux c15yww0y c17mamdh ' +
  'c9xhso6 c1eogfh8 c1j6xg4r cbyoa7e cdz737y cja7zxy c1kryxlq c13m976z cyw3yld c1ikz0uz c90s7n6 ' +
  'c1t4gz9e c12b7r4v cffoobc c1k84zmv cu8q7bc c1m1lpmd crx0tcv c11yd5ob c18e7fad ctc8zw0 c1tp8as4 ' +
  'c17r3e92 cfgpzvw c1vu4euk czwxxa7 c1eelpug c1mf4rd4 c8hn6qz ctobd9h c1xoxzyi c1wk2wvw c1ciz4hp ' +
  'ccpl735 c10boafs c2veo2g c1kn05kk cq3x3jl c1svfl6g dtktlrb d10i5a0g da3tax4 d1f17kec dy5yhlk ' +
  'd1rw4dab d16kyo87 d1yrkut1 d1xhe1re d1hrbsp9 d1d320se dsmx25j d1037s34 d1vldokh d1llxgpj ' +
  'd1sa4ww5 dqzbi4n d1xq0s1q d17746v4 de78623 d3b2czj djj10yq dcno6s7 dg1ye72 d160h1r3 d9byvxx ' +
  'deqpb85 d1wo6qod d1rrlvru d145a3iv d1vck32y d170dnkr d1pptpzy d12mv8yh d1mkungs dikqb3n d9ruk3q ' +
  'd10rnyot d1sbgf03 d1nbtjfo d1sfq0a8 dqrtdps d1h6fsr4 d1tw3qx1 d36upfx d1bgidz1 d1tzjrmn dpalnz5 ' +
  'drvh56n d10owpan di7celw dj0f5jb dvaakoz e1h4hhoe e65ccfq e131mvfg ecs8fu2 edicqeg e1wtnmy8 ' +
  'ejbuxm9 ecpj25z e6ip57s e60re6w e1mqgvfb e1nwq00p e19sdia edpcyzo e1y6jj5n exfois5 e1mk2ca9 ' +
  'e1ynjvdo e1plnpic e1jklwcy e1e6q1tc emux8jg ezv7ulr e1u3klol e1uizaew e1qlx12a e18e392w e9eb1t8 ' +
  'e15yey5w epuyvd3 er3pkiz eajz616 eclyn8f eohtjw4 eo140jm eznm9rw e1aq8ix7 e1e3v037 e17fw72p ' +
  'etc6jkz emdqobw e1vnn027 e1c6owao e1vyjc4j e1e3j4dv ehskmu7 e1gk6y92 eqixz4m e1sicfgk e5ncuia ' +
  'e1tnip1k e1cho8ns e1nzsf1x erwvzlh e12ao7xo ev0az00 e22vhqk e1khh0vg e1rd5q8n ervon8r e112iqy5 ' +
  'emwylu9 ekdk4pb eshv7bn e1e55yop e12u4tw e1t0f8mi e1apn3nl e1ojxgey ebetg6c e58zb8f e25cgtj ' +
  'e1xdmuc6 eb9bo3l eo8gagi ejwevx1 eireete e5cuw39 f169e7r9 f13ry8ae fx7bz7d fgdd70w f4a4uww ' +
  'fq42nnb f1fvd0cg f137lgbx fz8o4o0 f1x7hx3d f1rh93w5 f1qskoxo fuke5qj fap7swn ffmwcjp fubbhnq ' +
  'f1n1bg1o f1c4kozf f1d30ls7 f1nicnn1 f11xepai f1veji9e fb8nnbd f1y59onl f1w1yaq1 ft44lo4 fh2zmu7 ' +
  'frpukt9 f18ilf45 f9cddj1 f1285ab0 f1j6zalg f1p9dow6 f1oanrpk fo7hw30 fqerpoc f1iyfh4v f17pygt ' +
  'f1u5okts f18046i8 fwvpbe7 fx8z598 f1umhf42 f1g248ly f2ua8hp f1enp4oe f1w5j1he f1g5kshc fkp9l8n ' +
  'fkxow8h fx0w8nx futmxvb f1tsf69r fzemt01 f1cx5j7a f1u7pbmj f1nr5dx8 fxebnnf f50pe82 ff3ct1x ' +
  'f15n6f7x fhg3ohh f1rtwuy4 fll0q47 f11axbnr f19ucayo f33y2kk f1v98an4 f130gc0t f1x9a9mw fttoery ' +
  'f1j50p1y f1yww4bd fsk1kvg f5muhs8 f1t38lih fa8f4yn f18sh030 f1djqi61 foa0i5t fygkxg f1xmiztw ' +
  'f1leszrh f9wbvi7 f1b1i204 f1bsd6a9 f1q2n3a8 f1ewyqm4 fltp49j fgbenby fy3av1i fow5hn3 f1v8wu6r ' +
  'f3w4uah fay2z5d f1yvew21 f1ezt9k3 f1oaf6yq fm7pax5 f1ui9rqn ftsysl glri566 grqjsym g1ibkt6u ' +
  'g15hbmt9 gweibqj g19unb1e gh1jtsh g12vls4h g1of086j g17v3wbx g2012ll g1aa7y7q gxmvfku gl7eb38 ' +
  'g1aykn2l g1o2rtp g1eek8v9 g1uq3zvp g117mfro g1uv881a g5le89y gsgrs63 gi8lz6d giyzcfj g1pmsap9 ' +
  'g104z6gn gkyft1n g13hi6tj gibewbh gkdekr9 g1llqiw6 g4k0rfd g1yy861w go1rtxd g1bo7ixa g1ag2lw1 ' +
  'gpuf8l1 g1tj78su gaa3ih3 g1oo4wve gkwewm6 g6g40rh g1a27a83 gn29f08 g1l97ykf gz3crvf g82l91a ' +
  'gubs7e9 gmo91zy gv3mjka g3dg8td goe4f7n g1txxq4o g2sdg3x g1ujqxe9 g74aokm gsnx65v g7twyj9 ' +
  'gwksl62 gqxn2o0 g18w6rsf glegfty g1m8obys guinhz4 g1o64yne g8q214u gsnqkhm g1v0fcgf g1cq3f4c ' +
  'g1dtuvcf gup3ba g1hab9f7 g1i3s0ll g153mhvc glrmddm g3picua g1ym3xee gv3zlji gaa94rk g16tdf57 ' +
  'g10vyvo0 g1te9104 gcejvxy gzf5n96 g1hpnc4c gwom4mg g170ocdn g1ma2qla g7ex8xk g90d500 g1y2g16e ' +
  'g1fg22q0 g5j1bi8 ggk6fk5 gflfg8h gyms9z9 g2prr04 g1grmu2y g1qsl261 g1223y2s g1vd0est gmdc583 ' +
  'g11qhees g2s5s3u glr3xy8 gd1f2el g126ecx1 goxietk gzrbaxg g11d752d g1345jcz h1r8lpvp hp3t93o ' +
  'h1cqta58 hmij3b6 h90h0l5 hlkoz8e h16scqt4 h14rcwsw hps2foi hmcn7kl hhob2zm hcbgp h19frunh ' +
  'hzi2lrd ha9d2ac hzaijea hid3rv hwdd4cd hifzi95 h1eru3zp h3pcq91 hs98qvq h56358m hxlqv9t ' +
  'h13bc7cm h10jwn33 hksyle h1xz82f7 h13mis3e h176m0vd hwunbjz h1317o70 hjlwwlt hpl6ld4 hn9yf3g ' +
  'hck0bht h1jrv157 hokmd6n h1hg7wnf h76tvrp hifoduo hs2rc4e hjhsrro h1r1qu2g h1q8urtm hnro3fs ' +
  'h3mcpyl h14xwfko hh79mq9 h1osk3ka hxrwh4b hryqi9r h1k2whb4 hbutg6c hm69n5q hikakjl hsoujrb ' +
  'h10mfyjg h1lz6hh8 h1gc96xx h1eq77pd h1lq7spw h7y1zc6 h1ckmy9p h1vejjsi h1gsazc2 hfhe94l ' +
  'h1oq5v3q harbqtd hhc0kch hm6y15i h3e5vvy h1k6fhq8 h15wnz0v h139g6ck hcobzuj h1w7v83a h3ykb38 ' +
  'hygc9k4 h1isr62x h8xvdb5 h3vexck h1uvnwck hhe58n2 h1ppry8g hcc308x h14pvrrq h1woa0ml hdwx9q3 ' +
  'h1mf3xow h8h8f8p h1rplh6r hfyrfwf hn673xp h1464289 h1do84rc hcgi3hv h1yrasvw haypfhz h14k6oz1 ' +
  'hcc8n15 hxmt5kr h5w13eh h1uzpma7 h1ylfad2 h1npq8ej hni38iz h13z5dap h1xaq1bs h17qa7f8 h1ys55r5 ' +
  'hu7cv28 hnndj9a hdwr00d h1vc9ap1 h1rx9qjq hq9b0p4 h14zhu5r hry4jp3 hxysn8x hht4298 h1obdi3y ' +
  'hc8wmyz hza8egg h1sckrnu h11xyaaw hpplymq h19gmabl h1rpxiki h1dxelf8 h67sym7 huu6nlu h1kotszr ' +
  'h1y1gq6a hluzd2e h9i7f92 h1mfmlq3 h2uy0uh h1cvoojd hutvacy hjtuqi5 hf6rw27 hnrumnb h10llxc4 ' +
  'hr7pncd hph8thk h1vc6572 ht799ir hbhrbdz hus23tp harotti hjskonk hhc6vzc h1dgoh6b ie005bx ' +
  'ifv14be i1bbwcb4 i8t1q8e i13fz44b i1qo3bzm iz1bif i1w758l7 i1lvbnxx i1nwsu3n i1sj8htp i1sc51 ' +
  'i1290prd i1rgzpbm io1ftrk i1xnkzp3 inboshs irhbcxl i66023q i10vxgq9 is4zff0 izmiilk ijflvrc ' +
  'ieiu46j i1dki1ff i1si74pw irz6j3v i1h66css i10fpgzj i1y40072 igjemy3 ibl3ple i59ti7e ihb5s5x ' +
  'ie1uvtu i1rvv0gf ifpmf9k i7svku4 i1dq6qoa i796ynn iybingz i4g1bif if1om4g i55lyug i1pm55qu ' +
  'ichxhle inwpvfi i1qs7cea ix2kvsp i84tnsc i1jxnghw i1jpitnp i1wuh0h1 i9p1toq i1mduaqd i14z4w1t ' +
  'i11h0viv i19w3ei3 i18ontc4 i1l8zo7 i15jrn9j i1nfcvsj iem97pc inxzu7i ihynemj i1iedjv0 i3lmvdo ' +
  'i1d6bklp ie5h7kl ithv9id izdn0s6 icdx9o0 inydnks i9zdgld i1476nv6 i1q97y5l i18c4btm i17et0jt ' +
  'ipiuhgp ixyt1wk ip04ikv intvoc1 i1ermacw i3r6ml i13ujhun i393s1l i1674xzp i1v4fdlf i1k28fhe ' +
  'i6kz0d9 ig18o8r i17nnwfa i1ragpoe i11xyfa0 i1mjp5tj i1mxkfs2 i10s4vpf ivx0n1k iqi4tax i11btxiw ' +
  'ikpxp30 i1b9yca9 i14qgyn4 i1apq4yj i1eovyiw i10m96kv iz9gdiq i1x69la iw4k7hs i1l761xa i1dulrbx ' +
  'i2p7iy9 igao1xw i1l9r01b i1up6a77 i533eh8 iz1lo1z i1xcssrw i1q4gs2q i1ys2pr1 i1f3uap7 i9pbhf9 ' +
  'i17gtj05 ipq375o i1u55x1e ir25mih i1scaa1r i1r75w9f iwmorz9 i144v5kt i18hhgnd ibpwri5 i1tq8k7j ' +
  'i1sxgln7 ilff5fi i3bo64k ihyxjs9 i1ydt5bm i183yfbu ie862jy i1rcaod5 itumdgz iygu8nr i1l8tka3 ' +
  'i1pxx2xp itx5a7e i5dkpk6 inuv0yd ii6v5uu i17r8e44 i12rewq0 irzjn6k iny4qd3 iom5cpu ie1sn0g ' +
  'i4zsov6 ild7qgd i1t6lhtj ix4gls8 ibru0a7 itgsygl i112fst0 i1wg6zlg i19ap3i1 i1mdxbqj i13tpfyk ' +
  'iqw3cmj imsz705 iir23tz i116xlhp i1g0smia i1qrdba3 iq4u3rt i1p1i6dn ifargwn i7gepml i1pu1h1c ' +
  'i14az9v4 i1bot3jt i1wjcnyi isffz0v i5g2noq i1k8cecs ilstzi8 icvunsf i15lyjhq in35moo i1l3r9su ' +
  'i1jd4eoz j13py7zj j1usaxw j10y5wxo j102o36s juoofvn j5kex0m j1lby7hu j1jrnw8c jubrwf j7f578h ' +
  'j15tmsqo jsh19ew j2h4iex jjttx04 j1kmkfwr j13zqx9n j9juc3a j11rbzib jvhabv j110z5n5 j11gq29t ' +
  'j3jahue j16fagtx jb6pdcn j19jyxt9 j1f46zp0 j1mop5tz j135cro7 j1xy41en j1srle9g j14p0it8 jk1hzif ' +
  'jg7s57m j17gq1lc j6o6jkf ju3xgyu j11lik6q jnm98cz j45g3hd j4p2ygp j1t5cxmo jcl3i00 j144dp8y ' +
  'jhx6n5y j18ju21z jm7qy74 j7ilg6z j1v6lgf9 j1i35nhk j1yc2pc0 j3kfiso j1drptxu jerptli jyo47p9 ' +
  'j1r8wiuu j11dfhwk j1bt8gqs jg18ylz jmbbzrv j103i4t7 jbr5xwk j11uuadw j1kzwscq jx79tkp j1padbpa ' +
  'jp47fk6 j6ph1ym j13k2tdp j1p40y82 j1chxuwo j5rar5k j1ny6fl2 jxu4r30 j1ixudaj jhmyib7 j1bahsqd ' +
  'j1jaba60 j1a842x0 j1litedz j1fbabla j1ki7dsl jb60nu6 jdfy1ke j15dagg8 j2v4efy jvjf4wy jh4q6iq ' +
  'jm4qama jevlmpf j1up0uto jfn28fn jdaembx j1p3ph0j j1g4n6yt j1ladoo9 j1uhdmay j1w03phy jqz2r2d ' +
  'j1w9eglr j1icdgk4 jefy1mh j1i83swp j1bk10nx j1dyacmb j1tcz6kl jvis6sg jfhp0pf j1fgb8jj j9krygc ' +
  'j1yd1j7y j115x2f8 j156612k j1vffniu jlguv9u j1i33nsg j1gczoc6 j1uw3m12 j2r5ss9 j12x6h4p jzixuik ' +
  'je2urvk j1wou21m j1ktttxc j1oj84wb j1usvbf jhycn6t j14rrvwx j1midbsc j62er3j j18zy0h2 j1gdfhu6 ' +
  'jd66lhz j165ddd1 jpevpvo jkg61zt jixvs71 j1vseaqw j1fh1p3m jz1zo44 j1e1tqcx j11c8vt1 jqyokmz ' +
  'j12bzwc5 jtizml9 j1qc2twe j13zptje jlx2o74 ja7p8xv jcc4fl2 jxed6ad j1e5kxcw je61rq9 j1jn33ea ' +
  'j8abhsj j17pma4g j9qf8ne jtsx0l6 jxbv1dw ju5duln j1wq5jh8 jqfepms j1szp0kr j1abkl8o jn8xymi ' +
  'j1701bh j116az3x j1yrbkvh j11wfyzw jkf9ufb j1271lrv jz3jd51 je4833w j5mqtsh j1kt9iyl j1ou004s ' +
  'j9mdt6d jqig5v8 j1p31tlf j1gwgeiz ju6up1n j185xgqo j10bzw1 j1y7e3ks j1lhxokz j1q7bsud j1nwtfcp ' +
  'j1mu1xz8 j1wtop87 j1lhjjdf j1ak1qa6 jeo0l2m j1yhba5j j1ruxst9 jvt9glt j95dsu1 j1tabhfk j3l1gce ' +
  'jr8a2yb j781a4a j1gce1n2 jvxnbei js3c877 j43714u j1wzfo2x j19j2qme j1umiv0z jzfuu8g jfylcx7 ' +
  'jmkc4js j131mle6 j1t3iuuh j12meo74 j1xm9tqk j1b313dq j1fc5exj j7eyygf j1om5ytb jhb0zh1 jcftcuw ' +
  'j7mva7e jv3mi25 j1jk30rb j1geqk87 j1pu6mea jdcb34l j15d64ws j1vzunf6 j1k7chhf jvsj0xt j1ui6wie ' +
  'jr6v3ls j4us2xb jgqr7ez j1u6re01 j12lm6fi jfmmsi9 j1hylovf j1ctzoqg jmcck8q jnopo85 jf52g5h ' +
  'jiwv4bz j1eb7gf j1x4cqv8 j4roq27 j1sg9ysw j12r1igc j7ox2kg jqdkll9 jdhgnix j5ucedj j51xl9i ' +
  'j6wwckf jst55sc j1fp6mkj jdernsl j1jwcy0v j1ej6a4u j1e9u1gp k1yxex1n kwc71ky kk2h9gg k10ht9wn ' +
  'k1iv1os9 kkoo4by kpis0v8 k1vr03gs kfzj8c1 kfbqdbp k1shh0dg k1yj00f6 k1ehsqi9 kpaoijh kvgay3f ' +
  'k1mzblm1 ky7y6dx k1ap0r3k k1as55l2 kf35seo k16qy7bx k1ewo1nu kmiu674 koy2zt0 k8s1pu0 kh7or61 ' +
  'k1ceyiis k6uv9uc krn0vyf kne7l2k k15o8whj k99t1r1 ky6jakl kew9pwb k1lfz6y7 k1j22lzm k1op3gj3 ' +
  'kk1cgz0 k149d29f k8isyhg k1sh3esl k1ba4imp k1ngz74e k1snnuwo kjs3707 kaqoc3i kvkjtbj k94ed98 ' +
  'kwwwvnx k1o3xgdi kxsl3zz ktjmme8 k1r58vn5 kotqlk5 kjhjj4x k1pj8845 ky0hccx kvcpalx kvph015 ' +
  'kw13ehy k12ra2a2 ko7iokn k613qhs kllqoe1 kb8w4pb k1b85swh k9xqjd1 k1ku5bk3 k15cuclk k72q3ym ' +
  'krnx34m k3iet8c k19tr4d1 kt206xc k1rzgktu k181bwoa ktkpjhp k1a05tmd kxslljk kqmrm00 k1o9fkb5 ' +
  'kri29hu k1je0x4v kk8bxom ka2p524 k1sg5thi k16g4gkk k1baxis k1fmrafn k100x20h k4x3du1 kcxgqq4 ' +
  'k176akcw knj8j5b kehlqbf k1nohm0f k14sui9j k11iqy4m k1pvgjtd k1ia5ncy k1ty5ph0 kkddxq7 k1dd5skc ' +
  'k19nb6bi k1v2t5dc kpyttln kr3vsoy k1ieu8xt ki0uhdr k1k7zpap kcgljib k18vb5hi kvbabi5 kcwd7y3 ' +
  'k1m0asqt klo969p k1ozo9jg kepf3nd krop15e k2dxjoo k1t34jj8 k1ej7ewa ku6oest k6qkjn k16vwzor ' +
  'kxcihup k1cgo3ba ko80mol k645ixm ktqkoqk k3ogg6k k1ccdksj k1ecd2qu k12tiv1v k1rgbt5b k2amoxe ' +
  'k1mtjiv1 kpsmxo8 kpkfq60 k82ir6w k1obwa22 k3l4jot k1dl9bjr k1xmaumy k7nvz4h k2jum4l ktij3c1 ' +
  'kq9t6pf k1nf3z3d k1mafatt kvx1ehv k1x08u89 k14suqwl k61khdt k1fb763b ksm64te k1neydeg kq1ffno ' +
  'kvrc1ly k1j485pl k1r81ijr k1w55lbu k3ees77 k1gmla7u knjpt9b k1qy0a0d k1x0p8xz k1l997mi k1majljk ' +
  'khqjta3 ko7qplu k1vpx8bg k1i08yas k1ych2fc k1um8t2z k1poy867 k1btqb5n k1y4qhm1 k2rmobk k1j8t20q ' +
  'kfwmgit k1ebqnld k1w1zt4c kri9jbu k28fsrj k13bmh4f k1qdw6ge kw5mdlk k1xci68f k1r7mtt5 k1pj5s5i ' +
  'k1gcp3cb kxy80u5 k1cubioh k12bb6w9 k1jrmxka k1dktjnn kt7m0td k16ayxvj k1vwbl80 k188o813 ' +
  'k1ple5w5 kgdk2b4 k1gl2y5q k1d4lzz5 kpey0l0 kkmh1ou kznvz41 k1bd8byo k11cfkd0 kt1ysd1 k1sjmwcu ' +
  'k7eo6ym k1s3j5ao kqku7nk k1euk4mo k123ow2q k1j8hh3r ke7rr9j kqb4ky8 k1yv5mrq kkp7yi3 k1ggqll ' +
  'k1w3ibrk kel3z1c k1l02teh k5erab9 k1basmrp k69mybn kf4xzqa k1bfcqn2 k1nw7mi8 k1x3n8n7 k1yjipb4 ' +
  'k8yk0s0 k1fcpn55 kxibrb9 kyy08vg k1f81gj6 k1ayapqk k2iduey kd5hsg6 k1kgq0yz k18oc1dx krnjz60 ' +
  'kqhj4ps ku3ppd6 k1isjp31 k2yqy7e k7mtf9e k1wcxj5p k51v1w6 k1izthl9 k1po48ap k13obl65 khbfrou ' +
  'kshumcj k72p9j8 k1tyw3xu k18h4b2z k1c0plp3 k1xnch2m k16a4fug k1eyfm5g kcasi0m knt6kut ks29mr7 ' +
  'kp8hlg0 korl9u8 kr9xt65 khvz5ou k1te2c2w kvg9u8a k17mdxzb kkwzvdq ktk5bnq k287ngm ktu0e6r ' +
  'kdu3zx6 klrp2yd l2imq38 l1r68y07 lyrnqcb l1s3cylo l7e455f lyzay23 l12hboro l1r4b9nr lanomw4 ' +
  'l1ad8c30 l1y3lezk liunt4 l12p9ns0 l12pgyym l1pzst6j l6qokdl l1vxlwtz l1b0w4o l1yp06cj l1fw2pog ' +
  'l1a2zsag l1fk6q0l l1bjm4ti l13apib1 l6cc7cd lf7d0pu lyoshr3 l1oa2n1d l1uas8r0 l1lw27gr lu1pnqb ' +
  'l1eezzu2 lvaykts l14fapja l1q9duxb l1ky8i83 l1ku1yiu l185p5ld loamhmr l18dc9w6 l1uubhvh lo3a86x ' +
  'l1bdqnan l1iwr3he l1nijvfm l38dt21 l10vxhva ljwxryg l1n778dx l1s8ctrl lxzaw2l l7h8nce lptmhf5 ' +
  'l1a5le4h l1gdgaj7 ln6wlr0 l14nc9mv l1vqkcgz l5zzwk3 l1dvcua0 ld51sfm l9wcx4w ls1qwxl lu72cmk ' +
  'l1vulrdc l93dxa lcnwdw0 l2lm396 ljk7dm8 l1cttibw l26n896 lzeli06 l1mrdrxq leg7il3 lxv3k8n ' +
  'l1i5m427 l1lso2ln l10mwiwq l1jfnrxx liweaxj l1rpq7jn li0et53 l1tyboej l17r7sh2 l8kvvcb lakecrh ' +
  'l1mmb1jz ly0pmfb lwbh9aw l176gymr l1gxmtbm l1mdq6jd l2y68fz llh3nh9 l12awqlk ltm3067 l1uwuxt6 ' +
  'l9vwrqw l1h67isd ldnfie l1qnaccx ly9w1z l1fk25pw l12vqtqr l1phpyy6 l1x9awbr lr0om7 l17q88yo ' +
  'lnyklh3 lsayx65 l1eybheo l13wfea6 ljmuqp5 l1d583yy l1cyuv9y l14syodn l16x3m2o l1t4fvv4 l17v24ab ' +
  'lvxaes9 l1fs6u20 l1oerhwo l763y3e lh6ovn2 l1u59buq l17z1im8 l1mp91s0 l16ajxhb l1duj3ta l1ubvrpf ' +
  'l1kzztz6 l1n2epbm lpxwtpc l1ygfo2d lrt6vmb l1twtz2w l2zmdrh lq18ctn ls9u3iu l121mqo9 l59gwj ' +
  'l4k7j12 l1ewq7hp l1kaz03 l1maiy4q la741os l1b6xh34 l1g81h1v lt8ir3 lm0zkkv l8rop53 lvj4ygj ' +
  'lkf9u3j l1bjos5m ltpoj3f l1v1czft l1jvmfuz l1o9rwih lbvodlj l6ekbcw l25ncdc l1rbuxsc ltqt6cd ' +
  'l1du66je l6rpnas llrd01e l1sfi07y l1ykekw2 lvngx lrlqyik l1iiceny l1fmhq67 l5w4j98 l1khcjxq ' +
  'l1ens2x2 l1ichd9f ldb5ea2 lbhleui la7r7iq l8jgeat leby92w ';

/** Token → how rare it is, 0…1. */
export const commonTokens: ReadonlyMap<number, number> = new Map(
  printed
    .trim()
    .split(' ')
    .map((one) => [Number.parseInt(one.slice(1), 36), Number.parseInt(one.slice(0, 1), 36) / 35]),
);
