package resolve

import (
	"strconv"
	"strings"
)

// nicknames lists given names with their short and familiar forms, one name a
// line. Forms that belong to several names stand with each of them.
const nicknames = `abigail abby
abraham abe
albert al bert
alexander alex sasha sandy aleksandr alexandre alexandr aleksander
alexandra alex sandra sasha
alfred fred alf
anastasia nastya
andrew andy drew andrei andrey
ann anne anna annie nan
anthony tony antony
arthur art
barbara barb barbie
barney barnaby bernard
benjamin ben benny
caroline carrie
catherine kate katie cathy kathy katherine kathryn cate katharine
charles charlie chuck
charlotte charlie lottie
christina chris tina
christine chris
christopher chris kit
clifford cliff
cynthia cindy
daniel dan danny
david dave
deborah deb debbie debra
dmitry dmitri dima
donald don donny
dorothy dot
douglas doug
edward ed eddie ted ned
edwin ed
eleanor ellie nell
elizabeth liz beth betty lizzie eliza elisabeth bess libby
eugene gene
francis frank
franklin frank
frederick fred freddie
gabriel gabe
gerald gerry jerry
geoffrey geoff jeff
george georgie
gilbert gil
gregory greg gregg
harold harry hal
henry harry hank
herbert herb bert
hilary hillary
isaac ike
jacob jake
jacqueline jackie
james jim jimmy jamie
jane janie
janet jan
jason jay
jeffrey jeff jeffery
jennifer jen jenny
jeremiah jerry
jerome jerry
jessica jess
john jack johnny jon
jonathan jon
joseph joe joey
josephine jo josie
joshua josh
judith judy
julian jules
karen kari
kenneth ken kenny
laurence lawrence larry laurie
leonard leo len lenny
leopold leo
lewis louis lou lew
lillian lily
louise lou
lucille lucy
margaret maggie meg peggy marge
maria mary
martin marty
martha marty
matthew matt
maximilian max
michael mike mick micky mikhail
mitchell mitch
nancy nan
nathan nate
nathaniel nate nat
nicholas nick nicky nicolas
nikolai kolya
norman norm
oliver ollie
olivia liv
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paul paulie
peter pete
philip phil phillip
rachel rae
randolph randy
raymond ray
rebecca becky becca
reginald reg
richard rick dick rich ricky
robert rob bob bobby robbie bert
roger rodge
ronald ron ronnie
russell russ
samantha sam
samuel sam sammy
sarah sally sara
sebastian seb
sergei sergey serge
sidney sid
simon si
solomon sol
stanley stan
stephen steve steven stevie stephan
stuart stu stewart
susan sue susie suzanne
sylvester sly
tamara tammy
terence terry terrence
theodore ted teddy theo
theresa terry tess teresa
thomas tom tommy
timothy tim
tobias toby
valentina valya
valerie val
victor vic viktor
victoria vicky vicki
vincent vince vinny
vladimir volodya
walter walt wally
wilhelm willem wil willi
william bill billy will willy liam
zachary zach zack
mohammed mohamed muhammad mohammad mohamad muhammed mahomet mehmet
youssef yusuf yousef yousuf yusef joseph
hussein hussain husayn hossein husain
omar umar
osama usama
ahmed ahmad
hassan hasan
saeed said saied sayeed
khaled khalid
mahmoud mahmud mahmood
abdullah abdallah abdulla
muammar moammar
tariq tarek tareq
gaddafi qadhafi qaddafi gadhafi kadhafi qadafi kaddafi gathafi khadafy ghaddafi
netanyahu netanyahou
yeltsin eltsin jelzin
khrushchev kruschev chruschtschow
benjamin binyamin
khamenei khamanei
zelensky zelenskyy zelenskiy zelenski selenskyj
lukashenko lukashenka
poroshenko porochenko
timoshenko tymoshenko
sergei sergey serhiy serhii
volodymyr wolodymyr
mikhail mykhailo
assad asad
nasrallah nasrullah
erdogan erdoghan
`

// translit is the first line of nicknames that lists transliterations, which
// serve surnames as well.
var translit = strings.Count(nicknames[:strings.Index(nicknames, "\nmohammed ")], "\n") + 1

// coreKey is the block of a surname: its transliteration's, else the word
// folded strongly.
func coreKey(w string) string {
	for _, n := range nickOf[w] {
		if n >= translit {
			return "#" + strconv.Itoa(n)
		}
	}
	return strong(w)
}

// nickOf gives for a given name, folded, the numbers of the names it stands for.
var nickOf = func() map[string][]int {
	m := make(map[string][]int)
	for n, line := range strings.Split(strings.TrimSpace(nicknames), "\n") {
		for _, w := range strings.Fields(line) {
			w = mild(w)
			if ns := m[w]; len(ns) == 0 || ns[len(ns)-1] != n {
				m[w] = append(m[w], n)
			}
		}
	}
	return m
}()

// sameGiven reports whether a and b, folded, are forms of one given name.
func sameGiven(a, b string) bool {
	for _, n := range nickOf[a] {
		for _, k := range nickOf[b] {
			if n == k {
				return true
			}
		}
	}
	return false
}
